import { timingSafeEqual } from 'node:crypto'
import { derive, type Secret } from '#app/invitations/secret.ts'

/** Nobody reads the page and writes a sentence faster. */
export const FASTEST_MS = 3_000

export type Suspicion = '' | 'honeypot' | 'too_fast' | 'no_mark'

const signed = (secret: Secret, at: string) =>
  derive(secret, `form-opened|${at}`).subarray(0, 12).toString('base64url')

/** Says when a form was opened, signed, so that a program cannot claim to have taken its time. */
export function openedMark(secret: Secret, now: Date): string {
  const at = now.getTime().toString(36)
  return `${at}.${signed(secret, at)}`
}

/**
 * What looks like a program and not like a person: a field that nobody sees filled in, a form sent at once, or one
 * that was never opened. It is a reason to look, never to refuse.
 */
export function suspicionOf(
  secret: Secret,
  { opened, honeypot }: { opened: string; honeypot: string },
  now: Date,
): Suspicion {
  if (honeypot.trim() !== '') return 'honeypot'
  const [at = '', mark = ''] = opened.split('.')
  const [given, expected] = [Buffer.from(mark), Buffer.from(signed(secret, at))]
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'no_mark'
  return now.getTime() - Number.parseInt(at, 36) < FASTEST_MS ? 'too_fast' : ''
}
