import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns, signInPath } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { ErrorSummary, Field } from '#app/ui/fields.tsx'
import { type AccountRefusal, accountProblem } from './account-problems.ts'

interface Props {
  lang: Lang
  next: string | null
  refused: AccountRefusal | null
}

/** The second step of signing in: the code of the phone, or one from paper. */
export function CodePage({ lang, next, refused }: Props) {
  const t = textsIn[lang]
  const problem = refused ? accountProblem(lang, refused) : null
  const action = next ? signInPath(next) : patterns.signIn
  const goingOn = next && <input type="hidden" name="next" value={next} />
  return (
    <DeskFrame lang={lang} viewer={null} asked={next ? { next } : {}}>
      <div className="narrow">
        {problem && <ErrorSummary title={t('session:problemTitle')} problems={[problem]} />}
        <h1>{t('accounts:code.title')}</h1>
        <p>{t('accounts:code.text')}</p>
        <form method="post" action={action}>
          {goingOn}
          <Field
            name="code"
            label={t('accounts:code.label')}
            hint={t('accounts:code.hint')}
            problem={problem?.text}
            autoComplete="one-time-code"
            required
          />
          <button type="submit" className="main">
            {t('accounts:code.submit')}
          </button>
        </form>
        <form method="post" action={action}>
          {goingOn}
          <input type="hidden" name="intent" value="restart" />
          <button type="submit">{t('accounts:code.restart')}</button>
        </form>
      </div>
    </DeskFrame>
  )
}
