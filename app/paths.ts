import { generatePath } from '@remix-run/react'

/** Every address pattern, once; `routes.ts` and every link use them. */
export const patterns = {
  home: '/',
  rate: '/r/:code',
  receipt: '/b/:receipt',
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
  qr: '/van-phong/qr/:file',
  audit: '/van-phong/nhat-ky',
  auditCsv: '/van-phong/nhat-ky.csv',
  staffList: '/quan-tri/nguoi-dung',
  staffMember: '/quan-tri/nguoi-dung/:staff',
  staffLetter: '/quan-tri/nguoi-dung/:staff/giay',
  healthz: '/healthz',
  readyz: '/readyz',
} as const

export const ratePath = (code: string) => generatePath(patterns.rate, { code })
export const receiptPath = (receipt: string) => generatePath(patterns.receipt, { receipt })
export const qrPath = (code: string) => generatePath(patterns.qr, { file: `${code}.svg` })
export const activatePath = (code?: string) => generatePath(patterns.activate, code ? { code } : {})
export const staffMemberPath = (staff: string) => generatePath(patterns.staffMember, { staff })
export const staffLetterPath = (staff: string) => generatePath(patterns.staffLetter, { staff })
/** The sign-in page, and where it leads on to. */
export const signInPath = (next: string) => `${patterns.signIn}?${new URLSearchParams({ next })}`
