import type { Viewer } from '#app/auth/viewer.ts'
import { NotFound } from '#app/errors.ts'
import type { Secret } from '#app/invitations/secret.ts'
import type { AdministrationParts } from '#app/offices/administration.ts'
import { renameDevice, revokeDevice } from './change-device.server.ts'
import { codeToPairAgain, type NewPairingCode, newPairingCode } from './pairing-code.server.ts'

/** What came of a form on the registry: a code to show once, a word for the page that follows, or a bad name. */
export type KioskOutcome =
  | { made: NewPairingCode }
  | { done: 'revoked' | 'renamed' }
  | { problem: 'name'; device: string; typed: string }

/** Does what one of the registry's forms asks for. @throws Forbidden, NotFound */
export async function changeKiosksByForm(
  parts: AdministrationParts & { secret: Secret },
  viewer: Viewer,
  form: URLSearchParams,
): Promise<KioskOutcome> {
  const said = (field: string) => (form.get(field) ?? '').slice(0, 200)
  const device = said('device')
  switch (form.get('intent')) {
    case 'code':
      return { made: await newPairingCode(parts, viewer, said('counter')) }
    case 'pair-again':
      return { made: await codeToPairAgain(parts, viewer, device) }
    case 'revoke':
      await revokeDevice(parts, viewer, device)
      return { done: 'revoked' }
    case 'rename': {
      const typed = said('name')
      const renamed = await renameDevice(parts, viewer, device, typed)
      return renamed ? { done: 'renamed' } : { problem: 'name', device, typed }
    }
    default:
      throw new NotFound()
  }
}
