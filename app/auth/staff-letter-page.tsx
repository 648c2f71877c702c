import type { Lang } from '#app/i18n/languages.ts'
import { formatInstantInVietnam } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { staffMemberPath } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import type { StaffMember } from './staff-list.server.ts'
import type { Viewer } from './viewer.ts'

interface Props {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  member: StaffMember
  /** The code as it is printed, or '' once it has been shown. */
  code: string
  kind: 'invitation' | 'reset'
  /** Where the code is typed. */
  address: string
  mail: 'sent' | 'failed' | 'none'
}

/** The paper handed to somebody new: shown this once, for the browser to print. */
export function StaffLetterPage({ lang, viewer, member, code, kind, address, mail }: Props) {
  const t = textsIn[lang]
  const back = (
    <p className="on-screen">
      <a href={staffMemberPath(member.id)}>{t('accounts:letter.toMember')}</a>
    </p>
  )
  return (
    <DeskFrame lang={lang} viewer={viewer}>
      {code === '' ? (
        <div className="narrow">
          <h1>{t('accounts:letter.goneTitle')}</h1>
          <p>{t('accounts:letter.gone')}</p>
          {back}
        </div>
      ) : (
        <div className="account">
          <p className="on-screen">{t('accounts:letter.print')}</p>
          {mail !== 'none' && (
            <p className="on-screen" role="status">
              {t(mail === 'sent' ? 'accounts:letter.mailSent' : 'accounts:letter.mailFailed', member)}
            </p>
          )}
          <article className="paper letter">
            <h1>{t('accounts:letter.title')}</h1>
            <p>{t('accounts:letter.to', member)}</p>
            <p>
              {kind === 'reset'
                ? t('accounts:letter.textReset')
                : t('accounts:letter.text', { role: t(`staff:role.${member.role}`) })}
            </p>
            <p>
              {t('accounts:letter.account')}: <strong>{member.email}</strong>
            </p>
            <ol>
              <li>
                {t('accounts:letter.step1')} <strong>{address}</strong>
              </li>
              <li>
                {t('accounts:letter.step2')} <code className="big">{code}</code>
              </li>
              <li>{t('accounts:letter.step3')}</li>
            </ol>
            <p>{t('accounts:letter.until', { until: formatInstantInVietnam(member.invitedUntil) })}</p>
          </article>
          {back}
        </div>
      )}
    </DeskFrame>
  )
}
