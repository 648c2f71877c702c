import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { HTML_LANG, LANGUAGE_NAMES, LANGUAGES, type Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import style from './citizen.css?inline'

interface CitizenDocument {
  lang: Lang
  title: string
  /** Rules for these pages alone; their hash must stand in the policy (citizen-response.server.ts). */
  style?: string
  children: ReactNode
}

/** A whole citizen page in one response: no script, its one style inside, an empty icon so that none is asked for. */
export function renderCitizenPage({ lang, title, style: more, children }: CitizenDocument): string {
  const head = renderToStaticMarkup(
    <>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <title>{title}</title>
      <link rel="icon" href="data:," />
    </>,
  )
  const body = renderToStaticMarkup(children)
  const styles = `<style>${style}</style>${more ? `<style>${more}</style>` : ''}`
  return `<!doctype html><html lang="${HTML_LANG[lang]}"><head>${head}${styles}</head><body>${body}</body></html>`
}

/** What the switch shows. */
const SHORT_NAMES: Record<Lang, string> = { vi: 'VI', en: 'EN', zh: '中文' }

/** Read aloud in full, beginning with what is shown, so that it can be asked for by either (WCAG 2.5.3). */
function nameBeside(lang: Lang): string | undefined {
  const [short, name] = [SHORT_NAMES[lang], LANGUAGE_NAMES[lang]]
  return short === name ? undefined : `${short} ${name}`
}

interface CitizenFrame {
  lang: Lang
  /** What stands at the top left; the product's name, leading to the first page, when there is none. */
  city?: string | undefined
  /** A code typed so far, kept when the language is switched. */
  code?: string | undefined
  /** What the address asks for, kept as well. */
  asked?: Record<string, string>
  children: ReactNode
}

/** The top of every citizen page, with the switch of languages, above its content. */
export function CitizenFrame({ lang, city, code, asked = {}, children }: CitizenFrame) {
  const t = textsIn[lang]
  const kept = Object.entries({ ...asked, ...(code && { code: code.slice(0, 64).toWellFormed() }) })
    .map(([name, value]) => `&${name}=${encodeURIComponent(value)}`)
    .join('')
  return (
    <>
      <header>
        {city ? (
          <InVietnamese lang={lang}>{city}</InVietnamese>
        ) : (
          <a className="home" href={patterns.home}>
            {t('frame:name')}
          </a>
        )}
        <nav aria-label={t('frame:languages')}>
          {LANGUAGES.map((other) => (
            <a
              key={other}
              href={`?lang=${other}${kept}`}
              lang={HTML_LANG[other]}
              aria-label={nameBeside(other)}
              aria-current={other === lang || undefined}
            >
              {SHORT_NAMES[other]}
            </a>
          ))}
        </nav>
      </header>
      {children}
    </>
  )
}

/** A name that is Vietnamese on every page, marked as such where the page is not. */
export function InVietnamese({ lang, children }: { lang: Lang; children: ReactNode }) {
  return <b lang={lang === 'vi' ? undefined : HTML_LANG.vi}>{children}</b>
}

/** Stands in a text for the name that is drawn in its place; no text contains it. */
const MARK = '\u0000'

/** A text with an office's name in it; `say` makes the text with what it is given as the name. */
export function OfficeInText({
  lang,
  name,
  say,
}: {
  lang: Lang
  name: string
  say: (name: string) => string
}) {
  const [before, after] = say(MARK).split(MARK)
  return (
    <>
      {before}
      <InVietnamese lang={lang}>{name}</InVietnamese>
      {after}
    </>
  )
}
