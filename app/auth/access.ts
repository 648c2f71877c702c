import type { Role } from '#db/schema.ts'
import type { patterns } from '../paths.ts'

/** A place of the site map, by its name in paths.ts. */
export type Place = keyof typeof patterns

/** Who may go there: anybody, or staff of these roles; for everybody else it does not exist (404). */
export type Access = 'everyone' | readonly Role[]

const LIVE_COUNTS: readonly Role[] = ['city_office', 'home_affairs', 'auditor', 'administrator']

/** One row a place: a place without one does not compile, and a test walks every row by every role. */
export const ACCESS: Record<Place, Access> = {
  home: 'everyone',
  rate: 'everyone',
  receipt: 'everyone',
  signIn: 'everyone',
  signOut: 'everyone',
  healthz: 'everyone',
  readyz: 'everyone',
  overview: LIVE_COUNTS,
  overviewCsv: LIVE_COUNTS,
  qr: ['city_office', 'administrator'],
}

export function mayGoTo(place: Place, role: Role): boolean {
  const access = ACCESS[place]
  return access === 'everyone' || access.includes(role)
}
