import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { ErrorSummary } from '#app/ui/fields.tsx'
import { writtenMonth } from '../written-period.ts'
import { LONGEST_REASON, type RefusedChange } from './declared-change.ts'
import type { DeclaredChange } from './office-desk.ts'

interface Props {
  lang: Lang
  changes: DeclaredChange[]
  mayDeclare: boolean
  refused: RefusedChange | null
  /** Where the form is sent, with the period that is looked at. */
  action: string
}

/** From when on the charts measure against something new, and why; Văn phòng adds to it. */
export function DeclaredChanges({ lang, changes, mayDeclare, refused, action }: Props) {
  const t = textsIn[lang]
  return (
    <>
      <h3>{t('desk:declared.title')}</h3>
      {changes.length === 0 ? (
        <p>{t('desk:declared.none')}</p>
      ) : (
        <ul className="plain">
          {changes.map(({ id, month, reason }) => (
            <li key={id}>
              {t('desk:declared.from', { month: writtenMonth(lang, month) })}: <span lang="vi">{reason}</span>
              {mayDeclare && (
                <form method="post" action={action}>
                  <input type="hidden" name="intent" value="withdraw" />
                  <input type="hidden" name="id" value={id} />
                  <button type="submit">{t('desk:declared.withdraw')}</button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayDeclare && (
        <details open={refused !== null}>
          <summary>{t('desk:declared.declare')}</summary>
          <DeclareForm lang={lang} refused={refused} action={action} />
        </details>
      )}
    </>
  )
}

function DeclareForm({ lang, refused, action }: Pick<Props, 'lang' | 'refused' | 'action'>) {
  const t = textsIn[lang]
  const problemOf = (name: 'month' | 'reason') => {
    const problem = refused?.problems[name]
    return problem && t(`desk:declared.problem.${problem}`, { most: LONGEST_REASON })
  }
  const described = (name: 'month' | 'reason') => ({
    'aria-invalid': problemOf(name) ? true : undefined,
    'aria-describedby': problemOf(name) ? `${name}-problem` : undefined,
  })
  const problem = (name: 'month' | 'reason') =>
    problemOf(name) && (
      <p className="problem" id={`${name}-problem`}>
        {problemOf(name)}
      </p>
    )
  return (
    <form method="post" action={action} className="form">
      <p>{t('desk:declared.what')}</p>
      <input type="hidden" name="intent" value="declare" />
      <div className={problemOf('month') ? 'field wrong' : 'field'}>
        <label htmlFor="month">{t('desk:declared.month')}</label>
        {problem('month')}
        <input
          id="month"
          name="month"
          type="month"
          defaultValue={refused?.typed.month}
          {...described('month')}
        />
      </div>
      <div className={problemOf('reason') ? 'field wrong' : 'field'}>
        <label htmlFor="reason">{t('desk:declared.reason')}</label>
        {problem('reason')}
        <textarea
          id="reason"
          name="reason"
          rows={2}
          defaultValue={refused?.typed.reason}
          {...described('reason')}
        />
      </div>
      <button type="submit">{t('desk:declared.submit')}</button>
    </form>
  )
}

/** What is wrong with a declared change, at the top of the page. */
export function ChangeProblems({ lang, refused }: { lang: Lang; refused: RefusedChange }) {
  const t = textsIn[lang]
  const problems = (['month', 'reason'] as const).flatMap((name) => {
    const problem = refused.problems[name]
    return problem ? [{ name, text: t(`desk:declared.problem.${problem}`, { most: LONGEST_REASON }) }] : []
  })
  return <ErrorSummary title={t('desk:declared.problemTitle')} problems={problems} />
}
