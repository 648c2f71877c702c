import { findStaff } from '#db/queries/staff.ts'
import type { StaffRow, Tx } from '#db/schema.ts'
import { makeDeviceMark, readDeviceMark } from './device-mark.server.ts'
import { startSession, viewerOf } from './session.server.ts'
import type { SignInParts } from './sign-in.server.ts'
import type { Viewer } from './viewer.ts'

/** What a browser brings besides what was typed. */
export interface Browser {
  address: string
  deviceMark: string | null
  /** The session the browser came with: it ends, and its id is never taken over. */
  sessionId: string | null
  /** Family and system (browser-family.ts). */
  browser: string
}

export interface SignedIn {
  kind: 'signed_in'
  sessionId: string
  deviceMark: string
  viewer: Viewer
}

interface Proof {
  /** Whether two factors were shown by the time the session begins. */
  secondFactor: boolean
  /** Takes what can be used once, in the transaction that begins the session. */
  take?: (tx: Tx) => Promise<boolean>
}

/** Begins the session of somebody who has proved who they are; null when that no longer holds. */
export async function beginSession(
  { store, clock, key }: Pick<SignInParts, 'store' | 'clock' | 'key'>,
  staff: StaffRow,
  browser: Browser,
  proof: Proof,
): Promise<SignedIn | null> {
  const sessionId = await store.write(async (tx) => {
    // The password may have been reset, or the account suspended, while this one was looked at.
    const now = await findStaff(tx, staff.id)
    if (now?.status !== 'active' || now.password_hash !== staff.password_hash) return null
    if (proof.take && !(await proof.take(tx))) return null
    const session = {
      staffId: staff.id,
      secondFactor: proof.secondFactor,
      browser: browser.browser,
      instead: browser.sessionId,
    }
    return startSession(tx, session, clock.now())
  })
  const viewer = await viewerOf({ store, clock }, sessionId)
  if (!sessionId || !viewer) return null
  const { deviceMark } = browser
  const known = deviceMark !== null && readDeviceMark(key, staff.email, deviceMark) !== null
  return {
    kind: 'signed_in',
    sessionId,
    deviceMark: known ? deviceMark : makeDeviceMark(key, staff.email),
    viewer,
  }
}
