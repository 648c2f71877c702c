import { type CalendarKind, containing, next, type Period, previous } from '../calendar/period.ts'
import { textsIn } from '../i18n/texts.ts'
import { commentsAddress } from './comment-question.ts'
import type { CommentsPageProps } from './comments-page.tsx'

const KINDS: CalendarKind[] = ['month', 'quarter', 'half', 'year']

type Props = Pick<CommentsPageProps, 'lang' | 'period' | 'names' | 'today' | 'question'>

/** The period before and after, and longer ones; what else narrows stays. */
export function CommentPeriods({ lang, period, names, today, question }: Props) {
  const t = textsIn[lang]
  const to = (other: Period) => commentsAddress(other, question)
  const [before, after] = [previous(period), next(period)]
  return (
    <nav className="periods" aria-label={t('staff:period.label')}>
      <ul className="kinds">
        {KINDS.map((kind) => (
          <li key={kind}>
            <a
              href={to(containing(kind, period.to < today ? period.to : period.from))}
              aria-current={kind === period.kind ? 'true' : undefined}
            >
              {t(`staff:period.kind.${kind}`)}
            </a>
          </li>
        ))}
      </ul>
      <ul className="neighbours">
        <li>
          <a href={to(before)} aria-label={t('staff:period.previous', { period: names.before })}>
            ‹ {names.before}
          </a>
        </li>
        <li aria-current="true">{names.now}</li>
        {after.from <= today && (
          <li>
            <a href={to(after)} aria-label={t('staff:period.next', { period: names.after })}>
              {names.after} ›
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
