import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { activatePath } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { ErrorSummary, Field } from '#app/ui/fields.tsx'
import { AccountNameField } from './account-name-field.tsx'
import { type AccountRefusal, accountProblem } from './account-problems.ts'

interface Props {
  lang: Lang
  /** The code the link brought, or what was typed. */
  code: string
  /** Whose account it is, once the code is known. */
  account: { name: string; email: string } | null
  refused: AccountRefusal | null
}

/** Where an account's owner chooses a password, with the code from paper or mail. */
export function ActivatePage({ lang, code, account, refused }: Props) {
  const t = textsIn[lang]
  const problem = refused ? accountProblem(lang, refused) : null
  const problemOf = (name: string) => (problem?.name === name ? problem.text : undefined)
  const password = (name: 'password' | 'again') => (
    <Field
      name={name}
      type="password"
      label={t(name === 'password' ? 'accounts:password.new' : 'accounts:password.again')}
      hint={name === 'password' ? t('accounts:password.hint') : undefined}
      problem={problemOf(name)}
      autoComplete="new-password"
      required
    />
  )
  return (
    <DeskFrame lang={lang} viewer={null}>
      <div className="narrow">
        {problem && <ErrorSummary title={t('accounts:problem')} problems={[problem]} />}
        <h1>{t('accounts:activate.title')}</h1>
        <p>{account ? t('accounts:activate.forAccount', account) : t('accounts:activate.text')}</p>
        <form method="post" action={activatePath()}>
          {account ? (
            <>
              <input type="hidden" name="code" value={code} />
              <AccountNameField email={account.email} />
            </>
          ) : (
            <Field
              name="code"
              label={t('accounts:activate.code')}
              hint={t('accounts:activate.codeHint')}
              value={code}
              problem={problemOf('code')}
              autoComplete="off"
              required
            />
          )}
          {password('password')}
          {password('again')}
          <button type="submit" className="main">
            {t('accounts:activate.submit')}
          </button>
        </form>
      </div>
    </DeskFrame>
  )
}
