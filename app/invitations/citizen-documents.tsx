import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { renderCitizenPage } from '#app/ui/citizen-document.tsx'
import { HomePage } from './home-page.tsx'
import { NotUsablePage } from './not-usable-page.tsx'

export function homeDocument(lang: Lang): string {
  const title = textsIn[lang]('citizen:home.title')
  return renderCitizenPage({ lang, title, children: <HomePage lang={lang} /> })
}

/** One page for every code that cannot be rated: unknown, used, expired, revoked or mistyped. */
export function notUsableDocument(lang: Lang, typed: string): string {
  const title = textsIn[lang]('citizen:notUsable.title')
  return renderCitizenPage({ lang, title, children: <NotUsablePage lang={lang} typed={typed} /> })
}
