import { Forbidden, NotFound } from '../errors.ts'
import type { Viewer } from './viewer.ts'

/** Only administrators see accounts. @throws NotFound for other roles */
export function mustBeAdministrator(viewer: Viewer): void {
  if (viewer.role !== 'administrator') throw new NotFound()
}

/**
 * Only an administrator who may change something manages accounts.
 * @throws NotFound for other roles, Forbidden before the second factor is set
 */
export function mustAdminister(viewer: Viewer): void {
  mustBeAdministrator(viewer)
  if (!viewer.mayChange) throw new Forbidden()
}
