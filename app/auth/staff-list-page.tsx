import type { Lang } from '#app/i18n/languages.ts'
import { formatInstantInVietnam } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns, staffMemberPath } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { ErrorSummary } from '#app/ui/fields.tsx'
import { Scrolling } from '#app/ui/scrolling.tsx'
import { PostFields, staffProblems } from './post-fields.tsx'
import { ROLES } from './roles.ts'
import type { StaffRefusal } from './staff-answers.ts'
import type { StaffListed } from './staff-list.server.ts'
import type { Viewer } from './viewer.ts'

interface Props {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  staff: StaffListed[]
  offices: { id: string; name: string }[]
  /** Whether a link goes out by mail as well. */
  mail: boolean
  refused: StaffRefusal | null
}

/** Everybody with an account, and where somebody new is invited. */
export function StaffListPage({ lang, viewer, staff, offices, mail, refused }: Props) {
  const t = textsIn[lang]
  const problems = staffProblems(lang, refused)
  const roles = ROLES.map((role) => ({ id: role, name: t(`staff:role.${role}`) }))
  return (
    <DeskFrame lang={lang} viewer={viewer} place="staffList">
      <div className="account">
        {problems.length > 0 && <ErrorSummary title={t('accounts:problem')} problems={problems} />}
        <h1>{t('accounts:staff.title')}</h1>
        <p>{t('accounts:staff.text')}</p>
        <p className="quiet">{t('accounts:staff.count', { n: staff.length })}</p>
        <People lang={lang} staff={staff} />
        <section>
          <h2>{t('accounts:staff.inviteTitle')}</h2>
          <p>
            {t('accounts:staff.inviteText')} {mail && t('accounts:staff.inviteMail')}
          </p>
          <form method="post" action={patterns.staffList} className="post">
            <PostFields {...{ lang, roles, offices, problems }} value={refused?.typed ?? {}} email />
            <button type="submit" className="main">
              {t('accounts:staff.invite')}
            </button>
          </form>
        </section>
      </div>
    </DeskFrame>
  )
}

const COLUMNS = ['name', 'role', 'office', 'state', 'factor'] as const

function People({ lang, staff }: Pick<Props, 'lang' | 'staff'>) {
  const t = textsIn[lang]
  return (
    <Scrolling label={t('accounts:staff.title')}>
      <table className="list people">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`accounts:staff.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {staff.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <a href={staffMemberPath(one.id)}>{one.name}</a>
                <small>{one.email}</small>
              </th>
              <td data-label={t('accounts:staff.role')}>{t(`staff:role.${one.role}`)}</td>
              <td data-label={t('accounts:staff.office')}>{one.office || '–'}</td>
              <td data-label={t('accounts:staff.state')}>
                {t(`accounts:staff.states.${one.state}`)}
                {one.state === 'invited' && ' '}
                {one.state === 'invited' && <small>{codeWords(lang, one.invitedUntil)}</small>}
              </td>
              <td data-label={t('accounts:staff.factor')}>{factorWord(lang, one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

/** Until when somebody's code works, in words. */
export function codeWords(lang: Lang, until: string): string {
  const t = textsIn[lang]
  if (until === '') return t('accounts:staff.codeOver')
  return t('accounts:staff.invitedUntil', { until: formatInstantInVietnam(until) })
}

function factorWord(lang: Lang, { secondFactor, secondFactorNeeded }: StaffListed): string {
  const t = textsIn[lang]
  if (secondFactor) return t('accounts:staff.factorYes')
  return t(secondFactorNeeded ? 'accounts:staff.factorOwed' : 'accounts:staff.factorNo')
}
