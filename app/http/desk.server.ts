import type { Viewer } from '#app/auth/viewer.ts'
import { langOf, languageCookie } from './language.server.ts'

/** What every page of a desk is handed. */
export function deskOf(request: Request, { name, role, waitingCases }: Viewer) {
  return { lang: langOf(request), viewer: { name, role, ...(waitingCases && { waitingCases }) } }
}

/** The headers of a page of a desk: a language that was switched to is kept. */
export function deskHeaders(request: Request): Record<string, string> {
  const cookie = languageCookie(request)
  return cookie ? { 'Set-Cookie': cookie } : {}
}
