import { LANGUAGE_COOKIE, type Lang, preferredLang, readLang } from '#app/i18n/languages.ts'
import { broughtCookie } from './cookie.ts'

const YEAR_S = 31_536_000

/** The visitor's language: the switch (`?lang=`), else what it said before, else Accept-Language. */
export function langOf(request: Request): Lang {
  const chosen = readLang(new URL(request.url).searchParams.get('lang'))
  return (
    chosen ??
    readLang(broughtCookie(request.headers.get('cookie'), LANGUAGE_COOKIE)) ??
    preferredLang(request.headers.get('accept-language'))
  )
}

/** The cookie that makes a switch stick, when this request switched. */
export function languageCookie(request: Request): string | null {
  const chosen = readLang(new URL(request.url).searchParams.get('lang'))
  return chosen ? `${LANGUAGE_COOKIE}=${chosen}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax; HttpOnly` : null
}
