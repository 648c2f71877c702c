import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { CitizenFrame } from '#app/ui/citizen-document.tsx'
import { asPrinted, inGroups } from './crockford.ts'
import { CodeForm } from './home-page.tsx'

/** Longer than any code with its dashes; what is typed beyond is not shown back. */
const LONGEST_SHOWN = 40

/** One page for every code that cannot be used, alike whether it is unknown, used, expired or mistyped. */
export function NotUsablePage({ lang, typed }: { lang: Lang; typed: string }) {
  const t = textsIn[lang]
  const code = comparable(typed)
  return (
    <CitizenFrame lang={lang} code={typed}>
      <main className="wide">
        <h1>{t('citizen:notUsable.title')}</h1>
        <p>{t('citizen:notUsable.text')}</p>
        {code && (
          <div className="card">
            <h2>{t('citizen:notUsable.typed')}</h2>
            <p>
              <code className="code">{code}</code>
            </p>
            <p className="quiet">{t('citizen:notUsable.compare')}</p>
          </div>
        )}
        <CodeForm lang={lang} label={t('citizen:notUsable.again')} typed="" wrong={null} />
        <p>{t('citizen:notUsable.counter')}</p>
      </main>
    </CitizenFrame>
  )
}

/** What was typed as it would be printed, in groups of four; unseen characters (controls, direction marks) left out. */
function comparable(typed: string): string {
  const seen = asPrinted(typed.normalize('NFC').replace(/\p{C}/gu, ''))
  return inGroups(Array.from(seen).slice(0, LONGEST_SHOWN).join(''))
}
