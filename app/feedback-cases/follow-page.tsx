import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { CitizenFrame } from '#app/ui/citizen-document.tsx'
import { Part } from './tell-fields.tsx'

/** A place to type the code of a case; `typed` is one that was none of ours. */
export function FollowPage({ lang, typed }: { lang: Lang; typed?: string | undefined }) {
  const t = textsIn[lang]
  const wrong = typed === undefined ? undefined : t('cases:follow.wrong')
  return (
    <CitizenFrame lang={lang}>
      <main className="wide">
        <h1>{t('cases:follow.title')}</h1>
        <form action={patterns.follow} className="card">
          <Part id="ma" label={t('cases:follow.code')} hint={t('cases:follow.codeHint')} problem={wrong}>
            {(marks) => (
              <input
                {...marks}
                name="ma"
                className="code"
                defaultValue={typed}
                required
                maxLength={40}
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
              />
            )}
          </Part>
          <button type="submit" className="action">
            {t('cases:follow.open')}
          </button>
        </form>
        <p>
          <a href={patterns.tell}>{t('cases:follow.tell')}</a>
        </p>
      </main>
    </CitizenFrame>
  )
}
