import { dayOf, writtenDay } from '#app/calendar/day.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { formatInstantInVietnam } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { Scrolling } from '#app/ui/scrolling.tsx'
import type { OwnAccount } from './own-account.server.ts'

interface Props {
  lang: Lang
  account: OwnAccount
  /** What has just been done. */
  done: 'password' | 'session' | 'removed' | null
}

const DONE = {
  password: 'accounts:own.passwordChanged',
  session: 'accounts:own.ended',
  removed: 'accounts:own.factorRemoved',
} as const

/** One's own account: who one is here, the password, the second factor, and where one is signed in. */
export function AccountPage({ lang, account, done }: Props) {
  const t = textsIn[lang]
  return (
    <DeskFrame lang={lang} viewer={account}>
      <div className="account">
        <h1>{t('accounts:own.title')}</h1>
        {done && (
          <p className="done" role="status">
            {t(DONE[done])}
          </p>
        )}
        <p>
          {`${account.name} · ${account.email} · ${t(`staff:role.${account.role}`)}`}
          {account.office && ` · ${account.office}`}
        </p>
        <section>
          <h2>{t('accounts:own.factorTitle')}</h2>
          <Factor lang={lang} account={account} />
        </section>
        <section>
          <h2>{t('accounts:own.passwordTitle')}</h2>
          <p>{t('accounts:own.passwordText')}</p>
          <p>
            <a className="action" href={patterns.accountPassword}>
              {t('accounts:own.passwordChange')}
            </a>
          </p>
        </section>
        <section>
          <h2>{t('accounts:own.sessionsTitle')}</h2>
          <p>{t('accounts:own.sessionsText')}</p>
          <Sessions lang={lang} sessions={account.sessions} />
          <form method="post" action={patterns.account}>
            <input type="hidden" name="intent" value="end_all" />
            <button type="submit">{t('accounts:own.endAll')}</button>
          </form>
        </section>
      </div>
    </DeskFrame>
  )
}

function Factor({ lang, account }: Pick<Props, 'lang' | 'account'>) {
  const t = textsIn[lang]
  const { secondFactor, secondFactorNeeded, recoveryCodes } = account
  if (!secondFactor) {
    return (
      <>
        <p>{t(secondFactorNeeded ? 'accounts:own.factorOwed' : 'accounts:own.factorNone')}</p>
        <p>
          <a className="action" href={patterns.accountSecondFactor}>
            {t('accounts:own.factorSet')}
          </a>
        </p>
      </>
    )
  }
  const day = writtenDay(dayOf(new Date(secondFactor.setAt)))
  return (
    <>
      <p>{`${t('accounts:own.factorSince', { day })} ${t('accounts:own.codesLeft', { n: recoveryCodes })}`}</p>
      <p className="actions">
        <a className="action" href={patterns.accountRecoveryCodes}>
          {t('accounts:own.codesRenew')}
        </a>
        <a className="action" href={patterns.accountSecondFactor}>
          {t('accounts:own.factorReplace')}
        </a>
      </p>
    </>
  )
}

function Sessions({ lang, sessions }: { lang: Lang; sessions: OwnAccount['sessions'] }) {
  const t = textsIn[lang]
  const rows = sessions.map((session) => ({
    ...session,
    began: formatInstantInVietnam(session.began),
    lastSeen: formatInstantInVietnam(session.lastSeen),
    name: t('accounts:browser.name', {
      family: t(`accounts:browser.family.${session.browser.family}`),
      system: t(`accounts:browser.system.${session.browser.system}`),
    }),
  }))
  return (
    <Scrolling label={t('accounts:own.sessionsTitle')}>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{t('accounts:own.session')}</th>
            <th scope="col">{t('accounts:own.began')}</th>
            <th scope="col">{t('accounts:own.lastSeen')}</th>
            <th scope="col">{t('accounts:own.deed')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, here, name, began, lastSeen }) => (
            <tr key={id}>
              <th scope="row">
                {name}
                {here && <small>{t('accounts:own.here')}</small>}
              </th>
              <td data-label={t('accounts:own.began')}>{began}</td>
              <td data-label={t('accounts:own.lastSeen')}>{lastSeen}</td>
              <td>
                <form method="post" action={patterns.account}>
                  <input type="hidden" name="intent" value="end" />
                  <input type="hidden" name="session" value={id} />
                  <button type="submit" aria-label={t('accounts:own.endOf', { browser: name, began })}>
                    {t('accounts:own.end')}
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}
