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

/**
 * The data of a page of hundreds of lines, kept out of the document: Remix would write all of it there for scripts,
 * and no page of a desk has one.
 */
export const unwritten = <Page extends object>(page: Page): Page => ({ ...page, toJSON: () => undefined })
