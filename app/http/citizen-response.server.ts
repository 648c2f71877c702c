import { CITIZEN_STYLE_HASH } from '#app/ui/citizen-style.server.ts'

/** No script at all; each style by its hash, so that the page needs nothing else to be read and tapped. */
const policyWith = (styles: readonly string[]): string =>
  [
    "default-src 'none'",
    `style-src ${[CITIZEN_STYLE_HASH, ...styles].map((hash) => `'sha256-${hash}'`).join(' ')}`,
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

export const CITIZEN_POLICY = policyWith([])

/** The headers of a page that is kept as it is sent. */
export const citizenPageHeaders = (styles: readonly string[]): Headers =>
  new Headers({
    'Content-Security-Policy': policyWith(styles),
    'Content-Type': 'text/html; charset=utf-8',
  })

/** A whole page for a citizen, as text. */
export function citizenResponse(
  html: string | Uint8Array,
  init: { status?: number; headers?: HeadersInit; styles?: readonly string[] } = {},
) {
  const headers = new Headers(init.headers)
  if (!headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', init.styles ? policyWith(init.styles) : CITIZEN_POLICY)
  }
  headers.set('Content-Type', 'text/html; charset=utf-8')
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
  return new Response(html as BodyInit, { status: init.status ?? 200, headers })
}

/** See other: a reload of what follows never sends the form again. */
export function seeOther(location: string, headers?: HeadersInit): Response {
  const all = new Headers(headers)
  all.set('Location', location)
  return new Response(null, { status: 303, headers: all })
}
