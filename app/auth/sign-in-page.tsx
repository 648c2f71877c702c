import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { ErrorSummary, Field } from '#app/ui/fields.tsx'

/** Why nobody was signed in; it never says whether the account exists. */
type Refusal = { kind: 'refused' } | { kind: 'too_many'; retryAfter: number }

interface Props {
  lang: Lang
  /** Where to go on to. */
  next: string | null
  refused: (Refusal & { email: string }) | null
}

/** Where staff sign in. */
export function SignInPage({ lang, next, refused }: Props) {
  const t = textsIn[lang]
  return (
    <DeskFrame lang={lang} viewer={null} asked={next ? { next } : {}}>
      <div className="narrow">
        {refused && <Refused lang={lang} refused={refused} />}
        <h1>{t('session:title')}</h1>
        <p>{t('session:forStaff')}</p>
        <form method="post" action={patterns.signIn}>
          {next && <input type="hidden" name="next" value={next} />}
          <Field
            name="email"
            type="email"
            label={t('session:email')}
            value={refused?.email}
            autoComplete="username"
            required
          />
          <Field
            name="password"
            type="password"
            label={t('session:password')}
            autoComplete="current-password"
            required
          />
          <button type="submit" className="main">
            {t('session:signIn')}
          </button>
        </form>
      </div>
    </DeskFrame>
  )
}

function Refused({ lang, refused }: { lang: Lang; refused: Refusal }) {
  const t = textsIn[lang]
  const text =
    refused.kind === 'too_many'
      ? t('session:tooMany', { minutes: Math.ceil(refused.retryAfter / 60) })
      : t('session:wrong')
  return <ErrorSummary title={t('session:problemTitle')} problems={[{ name: 'email', text }]} />
}
