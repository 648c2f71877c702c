import type { Role } from '#db/schema.ts'
import type { patterns } from '../paths.ts'

/** A place of the site map, by its name in paths.ts. */
export type Place = keyof typeof patterns

/** Who may go there: anybody, or staff of these roles; for everybody else it does not exist (404). */
export type Access = 'everyone' | readonly Role[]

const LIVE_COUNTS: readonly Role[] = ['city_office', 'home_affairs', 'auditor', 'administrator']

const EVERY_ROLE: readonly Role[] = ['office_head', 'case_handler', ...LIVE_COUNTS]

/** What concerns one's own account may be changed before the second factor is set: setting it is one of these. */
const OWN_ACCOUNT: readonly Place[] = [
  'account',
  'accountPassword',
  'accountSecondFactor',
  'accountRecoveryCodes',
]

/** One row a place: a place without one does not compile, and a test walks every row by every role. */
export const ACCESS: Record<Place, Access> = {
  home: 'everyone',
  rate: 'everyone',
  receipt: 'everyone',
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
  overview: LIVE_COUNTS,
  overviewCsv: LIVE_COUNTS,
  qr: ['city_office', 'administrator'],
  audit: ['auditor'],
  auditCsv: ['auditor'],
}

export function mayGoTo(place: Place, role: Role): boolean {
  const access = ACCESS[place]
  return access === 'everyone' || access.includes(role)
}

/** Whether a form may be sent from there by an account that still lacks the second factor its role needs. */
export const isOwnAccount = (place: Place): boolean => OWN_ACCOUNT.includes(place)

/** The first page of those who have just signed in. */
export const firstPlace = (role: Role) => (mayGoTo('overview', role) ? 'overview' : 'account')
