import type { Viewer } from '#app/auth/viewer.ts'
import type { Clock } from '#app/calendar/clock.ts'
import { Forbidden } from '#app/errors.ts'
import type { Store } from '#db/connection.ts'
import type { Role } from '#db/schema.ts'

/** What deeds of administration work with. */
export interface AdministrationParts {
  store: Pick<Store, 'read' | 'write'>
  clock: Clock
}

/** Who changes the city's offices, counters, procedures and calendar; others at these pages read. */
export const mayAdminister = ({ role, mayChange }: Pick<Viewer, 'role' | 'mayChange'>): boolean =>
  role === 'administrator' && mayChange

/** Văn phòng enters the targets offices have set themselves, as the administrator does. */
const TARGET_SETTERS: readonly Role[] = ['administrator', 'city_office']
export const maySetTargets = ({ role, mayChange }: Pick<Viewer, 'role' | 'mayChange'>): boolean =>
  TARGET_SETTERS.includes(role) && mayChange

/** @throws Forbidden unless the viewer may change what is administered */
export function requireAdministrator(viewer: Viewer): void {
  if (!mayAdminister(viewer)) throw new Forbidden()
}
