import type { Role } from '#db/schema.ts'
import type { patterns } from '../paths.ts'

/** A place of the site map, by its name in paths.ts. */
export type Place = keyof typeof patterns

/** Who may go there: anybody, or staff of these roles; for everybody else it does not exist (404). */
export type Access = 'everyone' | readonly Role[]

const LIVE_COUNTS: readonly Role[] = ['city_office', 'home_affairs', 'auditor', 'administrator']

/** What is administered: the administrator changes it, Văn phòng reads it (and enters targets). */
const ADMINISTRATION: readonly Role[] = ['city_office', 'administrator']

const EVERY_ROLE: readonly Role[] = ['office_head', 'case_handler', ...LIVE_COUNTS]

/** What concerns one's own account may be changed before the second factor is set: setting it is one of these. */
const OWN_ACCOUNT: readonly Place[] = [
  'account',
  'accountPassword',
  'accountSecondFactor',
  'accountRecoveryCodes',
]

/** Those who hang placards up and hand out slips; an office measured by them does not. */
const PRINTERS: readonly Role[] = ['city_office', 'administrator']

/** What citizens wrote: Văn phòng reads it masked, the others how often what comes up. */
const COMMENT_FIGURES: readonly Role[] = ['city_office', 'home_affairs', 'auditor']
/** Who deals with cases; the head of an office sees their outside only. */
const CASES: readonly Role[] = ['city_office', 'office_head', 'case_handler']

/** One row a place: a place without one does not compile, and a test walks every row by every role. */
export const ACCESS: Record<Place, Access> = {
  home: 'everyone',
  rate: 'everyone',
  receipt: 'everyone',
  tell: 'everyone',
  follow: 'everyone',
  followedCase: 'everyone',
  publicResults: 'everyone',
  publicResultsJson: 'everyone',
  publicResultsCsv: 'everyone',
  publicOffice: 'everyone',
  signIn: 'everyone',
  signOut: 'everyone',
  providerStart: 'everyone',
  providerReturn: 'everyone',
  activate: 'everyone',
  forgottenPassword: 'everyone',
  account: EVERY_ROLE,
  accountPassword: EVERY_ROLE,
  accountSecondFactor: EVERY_ROLE,
  accountRecoveryCodes: EVERY_ROLE,
  healthz: 'everyone',
  staffList: ['administrator'],
  staffMember: ['administrator'],
  staffLetter: ['administrator'],
  readyz: 'everyone',
  administration: ADMINISTRATION,
  offices: ADMINISTRATION,
  officesCsv: ADMINISTRATION,
  openOffice: ['administrator'],
  mergeOffices: ['administrator'],
  office: ADMINISTRATION,
  officeChange: ['administrator'],
  counters: ADMINISTRATION,
  procedures: ADMINISTRATION,
  proceduresCsv: ADMINISTRATION,
  calendar: ADMINISTRATION,
  calendarCsv: ADMINISTRATION,
  targets: ADMINISTRATION,
  targetsCsv: ADMINISTRATION,
  officeIndex: EVERY_ROLE,
  officeFigures: EVERY_ROLE,
  officeFiguresCsv: EVERY_ROLE,
  overview: EVERY_ROLE,
  overviewCsv: EVERY_ROLE,
  between: LIVE_COUNTS,
  betweenCsv: LIVE_COUNTS,
  numbers: LIVE_COUNTS,
  numbersCsv: LIVE_COUNTS,
  flags: LIVE_COUNTS,
  flagsCsv: LIVE_COUNTS,
  alerts: ['city_office'],
  alertsCsv: ['city_office'],
  alertRules: ['city_office'],
  indexDefinition: LIVE_COUNTS,
  ratingRows: ['auditor'],
  ratingRowsJob: ['auditor'],
  ratingRowsFile: ['auditor'],
  qr: PRINTERS,
  print: PRINTERS,
  printPreview: PRINTERS,
  printAgain: PRINTERS,
  printSlips: PRINTERS,
  printSlipsFile: PRINTERS,
  printJob: PRINTERS,
  printFile: PRINTERS,
  surveys: ['city_office', 'administrator'],
  surveyVersion: ['city_office', 'administrator'],
  nd61: ['home_affairs', 'administrator'],
  nd61Csv: ['home_affairs', 'administrator'],
  kiosks: ADMINISTRATION,
  kiosksCsv: ADMINISTRATION,
  kioskGuide: ADMINISTRATION,
  // A tablet shows its own credential there, nobody's session.
  kioskPair: 'everyone',
  kioskRatings: 'everyone',
  kioskHeartbeat: 'everyone',
  comments: COMMENT_FIGURES,
  commentsCsv: ['city_office'],
  commentThemes: ['city_office'],
  commentThemesCsv: COMMENT_FIGURES,
  cases: CASES,
  casesCsv: CASES,
  feedbackCase: CASES,
  caseSettings: ['city_office'],
  publicAnswers: ['city_office'],
  publicAnswersCsv: ['city_office'],
  notices: EVERY_ROLE,
  noticesCsv: EVERY_ROLE,
  reports: LIVE_COUNTS,
  reportsCsv: LIVE_COUNTS,
  report: LIVE_COUNTS,
  reportRun: LIVE_COUNTS,
  reportRunFile: LIVE_COUNTS,
  reportTableCsv: LIVE_COUNTS,
  audit: ['auditor'],
  auditCsv: ['auditor'],
}

export function mayGoTo(place: Place, role: Role): boolean {
  const access = ACCESS[place]
  return access === 'everyone' || access.includes(role)
}

/** Whether a form may be sent from there by an account that still lacks the second factor its role needs. */
export const isOwnAccount = (place: Place): boolean => OWN_ACCOUNT.includes(place)

/** The first page of those who have just signed in: a handler's own work, the figures of everybody else. */
export const firstPlace = (role: Role) =>
  role === 'case_handler' ? 'cases' : mayGoTo('overview', role) ? 'overview' : 'account'
