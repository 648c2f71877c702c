import { generatePath } from '@remix-run/react'
import { KIOSK_API } from './kiosk/kiosk-api.ts'

/** Every address pattern, once; `routes.ts` and every link use them. */
export const patterns = {
  home: '/',
  rate: '/r/:code',
  receipt: '/b/:receipt',
  tell: '/gop-y',
  follow: '/theo-doi',
  followedCase: '/theo-doi/:case',
  publicResults: '/cong-khai',
  publicResultsJson: '/cong-khai.json',
  publicResultsCsv: '/cong-khai.csv',
  publicOffice: '/cong-khai/:office',
  signIn: '/dang-nhap',
  signOut: '/dang-xuat',
  providerStart: '/dang-nhap/lien-thong',
  providerReturn: '/dang-nhap/lien-thong/xong',
  activate: '/kich-hoat/:code?',
  forgottenPassword: '/quen-mat-khau',
  account: '/tai-khoan',
  accountPassword: '/tai-khoan/mat-khau',
  accountSecondFactor: '/tai-khoan/xac-thuc-hai-lop',
  accountRecoveryCodes: '/tai-khoan/ma-du-phong',
  overview: '/van-phong',
  overviewCsv: '/van-phong.csv',
  indexDefinition: '/van-phong/cach-tinh',
  officeIndex: '/van-phong/don-vi',
  officeFigures: '/van-phong/don-vi/:office',
  officeFiguresCsv: '/van-phong/don-vi/:office.csv',
  between: '/van-phong/so-sanh',
  betweenCsv: '/van-phong/so-sanh.csv',
  numbers: '/van-phong/chi-so',
  numbersCsv: '/van-phong/chi-so.csv',
  flags: '/van-phong/dau-hieu',
  flagsCsv: '/van-phong/dau-hieu.csv',
  alerts: '/van-phong/canh-bao',
  alertsCsv: '/van-phong/canh-bao.csv',
  alertRules: '/van-phong/canh-bao/quy-tac',
  ratingRows: '/van-phong/tung-luot',
  ratingRowsJob: '/van-phong/tung-luot/lan/:job',
  ratingRowsFile: '/van-phong/tung-luot/tep/:file',
  print: '/van-phong/in-an',
  printPreview: '/van-phong/in-an/xem-truoc',
  printAgain: '/van-phong/in-an/in-lai',
  printSlips: '/van-phong/in-an/phieu',
  printSlipsFile: '/van-phong/in-an/phieu.pdf',
  printJob: '/van-phong/in-an/lan/:job',
  printFile: '/van-phong/in-an/tep/:file',
  qr: '/van-phong/qr/:file',
  comments: '/van-phong/y-kien',
  commentsCsv: '/van-phong/y-kien.csv',
  commentThemes: '/van-phong/y-kien/chu-de',
  commentThemesCsv: '/van-phong/y-kien/chu-de.csv',
  cases: '/van-phong/phan-anh',
  casesCsv: '/van-phong/phan-anh.csv',
  caseSettings: '/van-phong/phan-anh/thoi-han',
  publicAnswers: '/van-phong/phan-anh/cong-khai',
  publicAnswersCsv: '/van-phong/phan-anh/cong-khai.csv',
  feedbackCase: '/van-phong/phan-anh/:case',
  notices: '/van-phong/thong-bao',
  noticesCsv: '/van-phong/thong-bao.csv',
  reports: '/van-phong/bao-cao',
  reportsCsv: '/van-phong/bao-cao.csv',
  report: '/van-phong/bao-cao/:kind/:from',
  reportRun: '/van-phong/bao-cao/lan/:job',
  reportRunFile: '/van-phong/bao-cao/tep/:file',
  reportTableCsv: '/van-phong/bao-cao/:kind/:from.csv',
  audit: '/van-phong/nhat-ky',
  auditCsv: '/van-phong/nhat-ky.csv',
  staffList: '/quan-tri/nguoi-dung',
  staffMember: '/quan-tri/nguoi-dung/:staff',
  staffLetter: '/quan-tri/nguoi-dung/:staff/giay',
  surveys: '/quan-tri/phieu',
  surveyVersion: '/quan-tri/phieu/:version',
  nd61: '/quan-tri/chi-so-nd61',
  nd61Csv: '/quan-tri/chi-so-nd61.csv',
  administration: '/quan-tri',
  offices: '/quan-tri/don-vi',
  officesCsv: '/quan-tri/don-vi.csv',
  openOffice: '/quan-tri/don-vi/mo-moi',
  mergeOffices: '/quan-tri/don-vi/sap-nhap',
  office: '/quan-tri/don-vi/:office',
  officeChange: '/quan-tri/don-vi/:office/:change',
  counters: '/quan-tri/don-vi/:office/quay',
  procedures: '/quan-tri/thu-tuc',
  proceduresCsv: '/quan-tri/thu-tuc.csv',
  calendar: '/quan-tri/lich',
  calendarCsv: '/quan-tri/lich.csv',
  targets: '/quan-tri/chi-tieu',
  targetsCsv: '/quan-tri/chi-tieu.csv',
  kiosks: '/quan-tri/kiosk',
  kiosksCsv: '/quan-tri/kiosk.csv',
  kioskGuide: '/quan-tri/kiosk/huong-dan',
  kioskPair: KIOSK_API.pair,
  kioskRatings: KIOSK_API.ratings,
  kioskHeartbeat: KIOSK_API.heartbeat,
  healthz: '/healthz',
  readyz: '/readyz',
} as const

export const ratePath = (code: string) => generatePath(patterns.rate, { code })
export const receiptPath = (receipt: string) => generatePath(patterns.receipt, { receipt })
/** Where something is told without a rating: of what sort, and about which office. */
export const tellPath = (intent: string, office = '') =>
  `${patterns.tell}?${new URLSearchParams({ muc: intent, ...(office && { 'don-vi': office }) })}`
export const feedbackCasePath = (id: string) => generatePath(patterns.feedbackCase, { case: id })
export const followedCasePath = (code: string) => generatePath(patterns.followedCase, { case: code })
export const publicOfficePath = (office: string) => generatePath(patterns.publicOffice, { office })
export const qrPath = (code: string) => generatePath(patterns.qr, { file: `${code}.svg` })
export const activatePath = (code?: string) => generatePath(patterns.activate, { code: code ?? null })
export const staffMemberPath = (staff: string) => generatePath(patterns.staffMember, { staff })
export const staffLetterPath = (staff: string) => generatePath(patterns.staffLetter, { staff })
export const surveyVersionPath = (version: string) => generatePath(patterns.surveyVersion, { version })
/** One office's figures, and its file: `.csv` is no parameter's end to `generatePath`. */
/** Without the router's own, slower maker: a table of offices asks for some 800. */
export const officeFiguresPath = (office: string) => patterns.officeFigures.replace(':office', () => office)
export const officeFiguresCsvPath = (office: string) => `${officeFiguresPath(office)}.csv`
export const officePath = (office: string) => generatePath(patterns.office, { office })
export const officeChangePath = (office: string, change: string) =>
  generatePath(patterns.officeChange, { office, change })
export const countersPath = (office: string) => generatePath(patterns.counters, { office })
export const printJobPath = (job: string) => generatePath(patterns.printJob, { job })
export const printFilePath = (job: string) => generatePath(patterns.printFile, { file: `${job}.pdf` })
/** A period's report, its files on their way and one of its tables; `asked` says for whom. */
export const reportPath = (kind: string, from: string, asked: Record<string, string> = {}) =>
  generatePath(patterns.report, { kind, from }) + questionOf(asked)
export const reportRunPath = (job: string) => generatePath(patterns.reportRun, { job })
export const reportRunFilePath = (file: string) => generatePath(patterns.reportRunFile, { file })
export const reportTablePath = (
  kind: string,
  from: string,
  table: string,
  asked: Record<string, string> = {},
) => `${reportPath(kind, from)}.csv${questionOf({ ...asked, bang: table })}`
const questionOf = (asked: Record<string, string>) =>
  Object.keys(asked).length > 0 ? `?${new URLSearchParams(asked)}` : ''
export const ratingRowsJobPath = (job: string) => generatePath(patterns.ratingRowsJob, { job })
export const ratingRowsFilePath = (job: string) =>
  generatePath(patterns.ratingRowsFile, { file: `${job}.csv` })
/** The address of a table's other file: every `.csv` of a desk is at `.xlsx` too. */
export const xlsxOf = (csv: string) => csv.replace('.csv', '.xlsx')
/** The sign-in page, and where it leads on to. */
export const signInPath = (next: string) => `${patterns.signIn}?${new URLSearchParams({ next })}`
