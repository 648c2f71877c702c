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
  refused: AccountRefusal | null
}

const FIELDS = [
  ['current', 'accounts:password.current', 'current-password'],
  ['password', 'accounts:password.new', 'new-password'],
  ['again', 'accounts:password.again', 'new-password'],
] as const

/** Where one changes one's own password. */
export function ChangePasswordPage({ lang, viewer, refused }: Props) {
  const t = textsIn[lang]
  const found = refused ? accountProblem(lang, refused) : null
  const problem = found && found.name === 'code' ? { ...found, name: 'current' as const } : found
  return (
    <DeskFrame lang={lang} viewer={viewer}>
      <div className="narrow">
        {problem && <ErrorSummary title={t('accounts:problem')} problems={[problem]} />}
        <h1>{t('accounts:own.passwordChange')}</h1>
        <p>{t('accounts:own.passwordText')}</p>
        <form method="post" action={patterns.accountPassword}>
          <AccountNameField email={viewer.email} />
          {FIELDS.map(([name, label, autoComplete]) => (
            <Field
              key={name}
              name={name}
              type="password"
              label={t(label)}
              hint={name === 'password' ? t('accounts:password.hint') : undefined}
              problem={problem?.name === name ? problem.text : undefined}
              autoComplete={autoComplete}
              required
            />
          ))}
          <button type="submit" className="main">
            {t('accounts:own.passwordChange')}
          </button>
        </form>
        <p>
          <a href={patterns.account}>{t('accounts:cancel')}</a>
        </p>
      </div>
    </DeskFrame>
  )
}
