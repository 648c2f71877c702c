import { LANGUAGE_COOKIE, type Lang, preferredLang, readLang } from '#app/i18n/languages.ts'

const YEAR_S = 31_536_000

/** The visitor's language: the switch (`?lang=`), else what it said before, else Accept-Language. */
export function langOf(request: Request): Lang {
  const chosen = readLang(new URL(request.url).searchParams.get('lang'))
  return (
    chosen ?? keptLang(request.headers.get('cookie')) ?? preferredLang(request.headers.get('accept-language'))
  )
}

function keptLang(cookies: string | null): Lang | null {
  const pair = cookies?.split(/;\s*/).find((text) => text.startsWith(`${LANGUAGE_COOKIE}=`))
  return readLang(pair?.slice(LANGUAGE_COOKIE.length + 1))
}

/** The cookie that makes a switch stick, when this request switched. */
export function languageCookie(request: Request): string | null {
  const chosen = readLang(new URL(request.url).searchParams.get('lang'))
  return chosen ? `${LANGUAGE_COOKIE}=${chosen}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax; HttpOnly` : null
}
