import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { activatePath, patterns, signInPath } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { ErrorSummary, Field } from '#app/ui/fields.tsx'

/** Why nobody was signed in; it never says whether the account exists. */
type Refusal = { kind: 'refused' } | { kind: 'expired' } | { kind: 'too_many'; retryAfter: number }

interface Props {
  lang: Lang
  /** Where to go on to. */
  next: string | null
  refused: (Refusal & { email: string }) | null
  /** Whether the city has a sign-in of its own to offer. */
  provider: boolean
}

/** Where staff sign in. */
export function SignInPage({ lang, next, refused, provider }: Props) {
  const t = textsIn[lang]
  return (
    <DeskFrame lang={lang} viewer={null} asked={next ? { next } : {}}>
      <div className="narrow">
        {refused && <Refused lang={lang} refused={refused} />}
        <h1>{t('session:title')}</h1>
        <p>{t('session:forStaff')}</p>
        {provider && <ProviderLink lang={lang} next={next} />}
        <form method="post" action={next ? signInPath(next) : patterns.signIn}>
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
        <ul className="ways">
          <li>
            <a href={patterns.forgottenPassword}>{t('accounts:signIn.forgotten')}</a>
          </li>
          <li>
            <a href={activatePath()}>{t('accounts:signIn.haveCode')}</a>
          </li>
        </ul>
      </div>
    </DeskFrame>
  )
}

function ProviderLink({ lang, next }: Pick<Props, 'lang' | 'next'>) {
  const asked = next ? `?${new URLSearchParams({ next })}` : ''
  return (
    <p className="provider">
      <a className="action" href={patterns.providerStart + asked}>
        {textsIn[lang]('accounts:signIn.provider')}
      </a>
    </p>
  )
}

function Refused({ lang, refused }: { lang: Lang; refused: Refusal }) {
  const t = textsIn[lang]
  const text =
    refused.kind === 'too_many'
      ? t('session:tooMany', { minutes: Math.ceil(refused.retryAfter / 60) })
      : t(refused.kind === 'expired' ? 'accounts:signIn.expired' : 'session:wrong')
  return <ErrorSummary title={t('session:problemTitle')} problems={[{ name: 'email', text }]} />
}
