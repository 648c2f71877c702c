import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { ErrorSummary, Field } from '#app/ui/fields.tsx'
import { AccountNameField } from './account-name-field.tsx'
import { type AccountRefusal, accountProblem } from './account-problems.ts'
import type { Viewer } from './viewer.ts'

interface Props {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role' | 'email'>
  /** As they are printed; none once they have been shown. */
  codes: string[]
  refused: AccountRefusal | null
  /** Where to go when they are kept. */
  onward: string
}

/** The recovery codes, seen this once; without them, where new ones are asked for. */
export function RecoveryCodesPage({ lang, viewer, codes, refused, onward }: Props) {
  const t = textsIn[lang]
  const problem = refused ? { ...accountProblem(lang, refused), name: 'password' } : null
  return (
    <DeskFrame lang={lang} viewer={viewer}>
      <div className="narrow paper">
        {problem && <ErrorSummary title={t('accounts:problem')} problems={[problem]} />}
        <h1>{t('accounts:recovery.title')}</h1>
        {codes.length > 0 ? (
          <>
            <p>{t('accounts:recovery.text')}</p>
            <ol className="codes" aria-label={t('accounts:recovery.codes')}>
              {codes.map((code) => (
                <li key={code}>
                  <code>{code}</code>
                </li>
              ))}
            </ol>
            <p className="on-screen">
              <a className="action" href={onward}>
                {t('accounts:recovery.continue')}
              </a>
            </p>
          </>
        ) : (
          <>
            <p>{t('accounts:recovery.gone')}</p>
            <form method="post" action={patterns.accountRecoveryCodes}>
              <AccountNameField email={viewer.email} />
              <Field
                name="password"
                type="password"
                label={t('accounts:password.confirm')}
                problem={problem?.text}
                autoComplete="current-password"
                required
              />
              <button type="submit" className="main">
                {t('accounts:recovery.renew')}
              </button>
            </form>
            <p>
              <a href={patterns.account}>{t('accounts:cancel')}</a>
            </p>
          </>
        )}
      </div>
    </DeskFrame>
  )
}
