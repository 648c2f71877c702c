import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { renderCitizenPage } from '#app/ui/citizen-document.tsx'
import { type Trouble, TroublePage } from '#app/ui/trouble-page.tsx'

/** The calm page for a refusal or a fault, as a whole document. */
export function troubleDocument(kind: Trouble, lang: Lang): string {
  const title = textsIn[lang](`frame:trouble.${kind}.title`)
  return renderCitizenPage({ lang, title, children: <TroublePage lang={lang} kind={kind} /> })
}
