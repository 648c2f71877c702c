import type { ReactNode } from 'react'
import { dayOf, writtenDay } from '#app/calendar/day.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns, staffMemberPath } from '#app/paths.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { ErrorSummary } from '#app/ui/fields.tsx'
import { PostFields, staffProblems } from './post-fields.tsx'
import { ROLES } from './roles.ts'
import type { StaffRefusal } from './staff-answers.ts'
import type { StaffMember } from './staff-list.server.ts'
import { codeWords } from './staff-list-page.tsx'
import type { Viewer } from './viewer.ts'

type Intent = 'change' | 'invite' | 'reset' | 'suspend' | 'resume'

interface Props {
  lang: Lang
  viewer: Pick<Viewer, 'name' | 'role'>
  member: StaffMember
  offices: { id: string; name: string }[]
  done: 'saved' | 'suspended' | 'resumed' | null
  refused: (StaffRefusal & { intent: Intent }) | null
}

/** One account, and what an administrator may do with it. */
export function StaffMemberPage({ lang, viewer, member, offices, done, refused }: Props) {
  const t = textsIn[lang]
  const problems = staffProblems(lang, refused)
  const roles = ROLES.map((role) => ({ id: role, name: t(`staff:role.${role}`) }))
  const { name, role, office } = member
  // Two forms of this page ask for a reason: each is led to by the name of its own field.
  const led = problems.map((problem) =>
    problem.name === 'reason' ? { ...problem, name: `reason-${refused?.intent}` } : problem,
  )
  return (
    <DeskFrame lang={lang} viewer={viewer}>
      <div className="account">
        <p>
          <a href={patterns.staffList}>{t('accounts:member.back')}</a>
        </p>
        {led.length > 0 && <ErrorSummary title={t('accounts:problem')} problems={led} />}
        {done && (
          <p className="done" role="status">
            {t(`accounts:member.${done}`)}
          </p>
        )}
        <h1>{name}</h1>
        <Stand lang={lang} member={member} />
        <Part title={t('accounts:member.postTitle')} text={t('accounts:member.postText')}>
          <Sending member={member} intent="change" label={t('accounts:member.save')} main>
            <PostFields
              {...{ lang, roles, offices, problems }}
              value={refused?.intent === 'change' ? refused.typed : { name, role, office }}
            />
          </Sending>
        </Part>
        <Deeds lang={lang} member={member} refused={refused} problem={problems[0]?.text} />
      </div>
    </DeskFrame>
  )
}

function Stand({ lang, member }: Pick<Props, 'lang' | 'member'>) {
  const t = textsIn[lang]
  const day = writtenDay(dayOf(new Date(member.createdAt)))
  const factor = member.secondFactorAt
    ? t('accounts:own.factorSince', { day: writtenDay(dayOf(new Date(member.secondFactorAt))) })
    : t('accounts:staff.factorNo')
  const words = [member.email, t(`accounts:staff.states.${member.state}`)]
  if (member.state === 'invited') words.push(codeWords(lang, member.invitedUntil))
  return (
    <>
      <p>{words.join(' · ')}</p>
      <p className="quiet">
        {`${t('accounts:member.createdAt', { day })} ${t('accounts:own.factorTitle')}: ${factor}`}
        {member.self && ` ${t('accounts:member.self')}`}
      </p>
    </>
  )
}

type DeedsProps = Pick<Props, 'lang' | 'member' | 'refused'> & { problem: string | undefined }

function Deeds({ lang, member, refused, problem }: DeedsProps) {
  const t = textsIn[lang]
  const reason = (intent: Intent) => (
    <Reason
      lang={lang}
      intent={intent}
      value={refused?.intent === intent ? refused.typed.reason : undefined}
      problem={refused?.intent === intent ? problem : undefined}
    />
  )
  if (member.state === 'suspended') {
    return (
      <Part title={t('accounts:member.resumeTitle')} text={t('accounts:member.resumeText')}>
        <Sending member={member} intent="resume" label={t('accounts:member.resume')} />
      </Part>
    )
  }
  return (
    <>
      {member.state === 'invited' && (
        <Part title={t('accounts:member.codeTitle')} text={t('accounts:member.codeText')}>
          <Sending member={member} intent="invite" label={t('accounts:member.codeNew')} />
        </Part>
      )}
      {member.state === 'active' && (
        <Part
          title={t('accounts:member.resetTitle')}
          text={t(member.self ? 'accounts:member.resetSelf' : 'accounts:member.resetText')}
        >
          {!member.self && (
            <Sending member={member} intent="reset" label={t('accounts:member.reset')}>
              {reason('reset')}
            </Sending>
          )}
        </Part>
      )}
      <Part
        title={t('accounts:member.suspendTitle')}
        text={t(
          member.onlyAdministrator ? 'accounts:staff.onlyAdministrator' : 'accounts:member.suspendText',
        )}
      >
        {!member.onlyAdministrator && (
          <Sending member={member} intent="suspend" label={t('accounts:member.suspend')}>
            {reason('suspend')}
          </Sending>
        )}
      </Part>
    </>
  )
}

function Part({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </section>
  )
}

interface SendingProps {
  member: StaffMember
  intent: Intent
  label: string
  main?: boolean
  children?: ReactNode
}

function Sending({ member, intent, label, main, children }: SendingProps) {
  return (
    <form method="post" action={staffMemberPath(member.id)} className="post">
      <input type="hidden" name="intent" value={intent} />
      {children}
      <button type="submit" className={main ? 'main' : undefined}>
        {label}
      </button>
    </form>
  )
}

interface ReasonProps {
  lang: Lang
  intent: Intent
  value: string | undefined
  problem: string | undefined
}

function Reason({ lang, intent, value, problem }: ReasonProps) {
  const t = textsIn[lang]
  const id = `reason-${intent}`
  return (
    <div className={problem ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{t('accounts:member.reason')}</label>
      <small id={`${id}-hint`}>{t('accounts:member.reasonHint')}</small>
      {problem && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <input
        id={id}
        name="reason"
        defaultValue={value}
        required
        minLength={5}
        maxLength={500}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-hint ${id}-problem` : `${id}-hint`}
      />
    </div>
  )
}
