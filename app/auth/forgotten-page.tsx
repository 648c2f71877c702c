import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { ErrorSummary, Field } from '#app/ui/fields.tsx'

interface Props {
  lang: Lang
  /** Whether mail goes out at all. */
  mail: boolean
  /** Whether the form has been sent. */
  asked: boolean
  refused: { kind: 'not_an_email'; typed: string } | null
}

/** Where somebody asks for a new password; the answer is the same whether the account exists or not. */
export function ForgottenPage({ lang, mail, asked, refused }: Props) {
  const t = textsIn[lang]
  const problem = refused ? t('accounts:forgotten.notAnEmail') : undefined
  return (
    <DeskFrame lang={lang} viewer={null} asked={asked ? { asked: '' } : {}}>
      <div className="narrow">
        {problem && (
          <ErrorSummary title={t('accounts:problem')} problems={[{ name: 'email', text: problem }]} />
        )}
        <h1>{t(asked ? 'accounts:forgotten.sentTitle' : 'accounts:forgotten.title')}</h1>
        <p>{t(`accounts:forgotten.${asked ? 'sent' : mail ? 'text' : 'noMail'}`)}</p>
        {mail && !asked && (
          <form method="post" action={patterns.forgottenPassword}>
            <Field
              name="email"
              type="email"
              label={t('session:email')}
              value={refused?.typed}
              problem={problem}
              autoComplete="username"
              required
            />
            <button type="submit" className="main">
              {t('accounts:forgotten.submit')}
            </button>
          </form>
        )}
        <p>
          <a href={patterns.signIn}>{t('accounts:signIn.providerBack')}</a>
        </p>
      </div>
    </DeskFrame>
  )
}
