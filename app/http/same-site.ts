import type { IncomingHttpHeaders } from 'node:http'

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request would change something on behalf of another site: Sec-Fetch-Site where the browser says it,
 * else Origin against our own address or the Host asked for. What sends neither is no browser of the last years
 * and carries nobody's cookies by itself.
 */
export function isForeignWrite(method: string, headers: IncomingHttpHeaders, ownOrigin: string): boolean {
  if (READING.has(method)) return false
  const site = headers['sec-fetch-site']
  const { origin, host } = headers
  if (origin !== undefined) return origin !== ownOrigin && !sameHost(origin, host)
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}

function sameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host
}
