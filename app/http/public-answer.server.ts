import type { Kept } from '#app/publication/public-results.server.ts'
import { languageCookie } from './language.server.ts'

const SHARED = 'public, max-age=300'

/** Who asks in another language or for another packing gets another answer at the same address. */
const VARY = 'Accept-Encoding, Accept-Language, Cookie'

/** A kept page or file: 304 where the browser has it. One that switches the language is nobody else's to keep. */
export function publicAnswer(request: Request, { plain, gzip, tag }: Kept, own: Headers): Response {
  const headers = new Headers(own)
  const cookie = languageCookie(request)
  if (cookie) headers.set('Set-Cookie', cookie)
  headers.set('Cache-Control', cookie ? 'private, no-cache' : SHARED)
  headers.set('Vary', VARY)
  // Weak: packed or not, it says the same.
  headers.set('ETag', `W/${tag}`)
  if (isHeld(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers })
  const isPacked = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')
  if (isPacked) headers.set('Content-Encoding', 'gzip')
  return new Response(new Uint8Array(isPacked ? gzip : plain), { headers })
}

const isHeld = (held: string | null, tag: string): boolean =>
  held === '*' || (held?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag) ?? false)

/** Nothing can be sent there. */
export const nothingToSend = (): Response =>
  new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } })
