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
  /** The secret sealed, so that the form brings back what was shown. */
  offer: string
  /** In letters, in groups of four. */
  secret: string
  /** The QR picture as a data address. */
  picture: string
  /** `owed`: the role needs one; `replace`: there is one already; `removable`: the role can do without it. */
  stand: 'owed' | 'free' | 'replace' | 'removable'
  refused: AccountRefusal | null
}

/** Where one sets up the second factor: the picture for the phone, the same in letters, and the first code. */
export function SecondFactorPage({ lang, viewer, offer, secret, picture, stand, refused }: Props) {
  const t = textsIn[lang]
  const had = stand === 'replace' || stand === 'removable'
  const problem = refused ? problemOf(lang, refused) : null
  const password = (
    <>
      <AccountNameField email={viewer.email} />
      <Field
        name="password"
        type="password"
        label={t('accounts:password.confirm')}
        problem={problem?.name === 'password' ? problem.text : undefined}
        autoComplete="current-password"
        required
      />
    </>
  )
  return (
    <DeskFrame lang={lang} viewer={viewer}>
      <div className="narrow">
        {problem && <ErrorSummary title={t('accounts:problem')} problems={[problem]} />}
        <h1>{t(had ? 'accounts:factor.replaceTitle' : 'accounts:factor.title')}</h1>
        {stand === 'owed' && <p>{t('accounts:factor.owed')}</p>}
        <form method="post" action={patterns.accountSecondFactor} className="steps">
          <input type="hidden" name="offer" value={offer} />
          <ol>
            <li>{t('accounts:factor.step1')}</li>
            <li>
              {t('accounts:factor.step2')}
              <img className="qr" src={picture} alt={t('accounts:factor.picture')} width="220" height="220" />
              <p>
                {t('accounts:factor.secret')} <code>{secret}</code>
              </p>
            </li>
            <li>
              {t('accounts:factor.step3')}
              <Field
                name="code"
                label={t('accounts:factor.code')}
                problem={problem?.name === 'code' ? problem.text : undefined}
                autoComplete="one-time-code"
                required
              />
              {had && password}
            </li>
          </ol>
          <button type="submit" className="main">
            {t('accounts:factor.submit')}
          </button>
        </form>
        {stand === 'removable' && <Removal lang={lang} email={viewer.email} />}
        <p>
          <a href={stand === 'owed' ? patterns.overview : patterns.account}>
            {t(stand === 'owed' ? 'accounts:factor.later' : 'accounts:cancel')}
          </a>
        </p>
      </div>
    </DeskFrame>
  )
}

function Removal({ lang, email }: { lang: Lang; email: string }) {
  const t = textsIn[lang]
  return (
    <details>
      <summary>{t('accounts:own.factorRemove')}</summary>
      <form method="post" action={patterns.accountSecondFactor}>
        <input type="hidden" name="intent" value="remove" />
        <AccountNameField email={email} />
        <div className="field">
          <label htmlFor="remove-password">{t('accounts:password.confirm')}</label>
          <input
            id="remove-password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
          />
        </div>
        <button type="submit">{t('accounts:own.factorRemove')}</button>
      </form>
    </details>
  )
}

function problemOf(lang: Lang, refused: AccountRefusal) {
  if (refused.kind === 'wrong_code') {
    return { name: 'code', text: textsIn[lang]('accounts:factor.wrong') } as const
  }
  return { ...accountProblem(lang, refused), name: 'password' } as const
}
