import { TOTP } from 'otpauth'
import { viewerOf } from '#app/auth/session.server.ts'
import { offeredSecret, offerSecret, setSecondFactor } from '#app/auth/set-second-factor.server.ts'
import type { SignInParts } from '#app/auth/sign-in.server.ts'
import { signIn } from '#app/auth/sign-in.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { attempt, signedIn } from './staff-world.ts'

/** What the phone shows for a secret at that moment. */
export const phoneShows = (secret: string, now: Date): string =>
  new TOTP({ secret, algorithm: 'SHA1', digits: 6, period: 30 }).generate({ timestamp: now.getTime() })

export async function viewing(parts: SignInParts, sessionId: string): Promise<Viewer> {
  const viewer = await viewerOf(parts, sessionId)
  if (!viewer) throw new Error('Nobody is signed in')
  return viewer
}

/** Lan signs in and sets a second factor; answers what her phone and her paper hold. */
export async function withSecondFactor(parts: SignInParts) {
  const { sessionId } = await signedIn(parts)
  const viewer = await viewing(parts, sessionId)
  const offer = offerSecret(parts.key, viewer)
  const secret = offeredSecret(parts.key, viewer, offer) ?? ''
  const code = phoneShows(secret, parts.clock.now())
  const wanted = { offer, code, password: '', address: '127.0.0.1', sessionId }
  const answer = await setSecondFactor(parts, viewer, wanted)
  if (answer.kind !== 'set') throw new Error(`Not set: ${answer.kind}`)
  return { sessionId, secret, codes: answer.codes }
}

/** Lan's password is right; what goes with the code now. */
export async function halfWay(parts: SignInParts, change: Parameters<typeof attempt>[0] = {}) {
  const answer = await signIn(parts, attempt(change))
  if (answer.kind !== 'code_needed') throw new Error(`No code asked: ${answer.kind}`)
  return answer.half
}

export const codeAttempt = (half: string | null, code: string, address = '127.0.0.1') => ({
  half,
  code,
  ...{ address, deviceMark: null, sessionId: null, browser: 'firefox|windows' },
})
