import type { Role } from '#db/schema.ts'

/** Whoever is signed in, as of this request. */
export interface Viewer {
  staffId: string
  name: string
  email: string
  role: Role
  /** The part of the tree the account belongs to; null for those who look at the whole city. */
  officeId: string | null
  /** False while the account lacks the second factor its role needs: it reads, and changes nothing but itself. */
  mayChange: boolean
  /** Cases that wait for them, where there are any: to be classified at Văn phòng, to be answered by a handler. */
  waitingCases?: number
}

/** Who can do or see what concerns the whole city signs in with a code besides the password. */
const WITH_SECOND_FACTOR: readonly Role[] = ['city_office', 'home_affairs', 'administrator']

export const needsSecondFactor = (role: Role): boolean => WITH_SECOND_FACTOR.includes(role)

/** Whoever heads an office or answers for one belongs to it; the others look at the whole city. */
export const belongsToOffice = (role: Role): boolean => role === 'office_head' || role === 'case_handler'
