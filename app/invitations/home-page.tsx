import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { CitizenFrame } from '#app/ui/citizen-document.tsx'

export interface HomePageProps {
  lang: Lang
  typed?: string
  problem?: boolean
}

/** What this is, in three sentences, and a place to type a code for those who cannot scan it. */
export function HomePage({ lang, typed = '', problem = false }: HomePageProps) {
  const t = textsIn[lang]
  const wrong = t(typed.trim() ? 'citizen:home.problem' : 'citizen:home.empty')
  return (
    <CitizenFrame lang={lang} code={typed}>
      <main className="wide">
        <h1>{t('citizen:home.heading')}</h1>
        <p>{t('citizen:home.how')}</p>
        <p>{t('citizen:home.privacy')}</p>
        <p>{t('citizen:home.purpose')}</p>
        <CodeForm lang={lang} label={t('citizen:home.code')} typed={typed} wrong={problem ? wrong : null} />
        <p>
          <a href={patterns.tell}>{t('cases:home.tell')}</a>
          {' · '}
          <a href={patterns.follow}>{t('cases:home.follow')}</a>
          {' · '}
          <a href={patterns.publicResults}>{t('publication:home')}</a>
        </p>
      </main>
    </CitizenFrame>
  )
}

interface CodeFormProps {
  lang: Lang
  label: string
  typed: string
  /** What is wrong with the code typed before. */
  wrong: string | null
}

/** A code by hand: a link's 26 characters with their dashes fit, more cannot be a code. */
export function CodeForm({ lang, label, typed, wrong }: CodeFormProps) {
  const t = textsIn[lang]
  return (
    <form action={patterns.home} className="card">
      <label className="question" htmlFor="code">
        {label}
      </label>
      <p id="code-hint" className="quiet">
        {t('citizen:home.codeHint')}
      </p>
      {wrong && (
        <p id="code-wrong" className="note wrong" role="alert">
          {wrong}
        </p>
      )}
      <input
        id="code"
        name="code"
        className="code"
        defaultValue={typed}
        required
        maxLength={64}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        inputMode="text"
        aria-describedby={wrong ? 'code-wrong code-hint' : 'code-hint'}
        aria-invalid={wrong ? true : undefined}
      />
      <button type="submit" className="action">
        {t('citizen:home.open')}
      </button>
    </form>
  )
}
