import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { accountName } from './sign-in-form.ts'

const SHAPE = /^([\w-]{22})\.([\w-]{43})$/

const sign = (key: string, email: string, nonce: string) =>
  createHmac('sha256', key)
    .update(`device|${accountName(email)}|${nonce}`)
    .digest('base64url')

/**
 * A mark left on a device where this account has signed in: others' wrong guesses no longer keep its owner out
 * (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"). It opens nothing by itself.
 */
export function makeDeviceMark(key: string, email: string): string {
  const nonce = randomBytes(16).toString('base64url')
  return `${nonce}.${sign(key, email, nonce)}`
}

/** The device's own number when the mark is ours and of this account, else null. */
export function readDeviceMark(key: string, email: string, mark: string | null): string | null {
  const [, nonce, signature] = SHAPE.exec(mark ?? '') ?? []
  if (!nonce || !signature) return null
  const expected = Buffer.from(sign(key, email, nonce))
  return timingSafeEqual(expected, Buffer.from(signature)) ? nonce : null
}
