import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { ErrorSummary, Field } from '#app/ui/fields.tsx'
import type { Day } from '../calendar/day.ts'
import { type CalendarKind, containing, next, type Period, previous } from '../calendar/period.ts'
import type { PeriodForm } from './period-form.ts'
import { writtenPeriod } from './written-period.ts'

const KINDS: CalendarKind[] = ['month', 'quarter', 'half', 'year']

interface Props {
  lang: Lang
  period: Period
  today: Day
  /** What was typed, when it could not be used. */
  refused: PeriodForm | null
  /** The page whose period it is. */
  path: string
  /** What else its address asks for: kept when the period changes. */
  kept?: Readonly<Record<string, string>>
}

const addressOf = ({ path, kept }: Pick<Props, 'path' | 'kept'>, { from, to }: Period) =>
  `${path}?${new URLSearchParams({ from, to, ...kept })}`

/** Which period: a month, quarter, six months or year, the one before and after, or any two dates. */
export function PeriodSwitcher({ lang, period, today, refused, ...page }: Props) {
  const t = textsIn[lang]
  const [before, after] = [previous(period), next(period)]
  return (
    <nav className="periods" aria-label={t('staff:period.label')}>
      <ul className="kinds">
        {KINDS.map((kind) => (
          <li key={kind}>
            <a
              href={addressOf(page, containing(kind, period.to < today ? period.to : period.from))}
              aria-current={kind === period.kind ? 'true' : undefined}
            >
              {t(`staff:period.kind.${kind}`)}
            </a>
          </li>
        ))}
      </ul>
      <ul className="neighbours">
        <li>
          <a
            href={addressOf(page, before)}
            aria-label={t('staff:period.previous', { period: writtenPeriod(lang, before) })}
          >
            ‹ {writtenPeriod(lang, before)}
          </a>
        </li>
        <li aria-current="true">{writtenPeriod(lang, period)}</li>
        {after.from <= today && (
          <li>
            <a
              href={addressOf(page, after)}
              aria-label={t('staff:period.next', { period: writtenPeriod(lang, after) })}
            >
              {writtenPeriod(lang, after)} ›
            </a>
          </li>
        )}
      </ul>
      <OtherDates lang={lang} period={period} refused={refused} {...page} />
    </nav>
  )
}

function OtherDates({ lang, period, refused, path, kept = {} }: Omit<Props, 'today'>) {
  const t = textsIn[lang]
  const shown = refused ?? { from: period.from, to: period.to, problems: {} }
  const field = (name: 'from' | 'to') => {
    const problem = shown.problems[name]
    return (
      <Field
        name={name}
        type="date"
        label={t(`staff:period.${name}`)}
        value={shown[name]}
        problem={problem && t(`staff:period.problem.${problem}`)}
      />
    )
  }
  return (
    <details className="other-dates" open={refused !== null || period.kind === 'days'}>
      <summary>{t('staff:period.other')}</summary>
      <form method="get" action={path}>
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {field('from')}
        {field('to')}
        <button type="submit">{t('staff:period.show')}</button>
      </form>
    </details>
  )
}

/** What is wrong with the two dates, at the top of the page. */
export function PeriodProblems({
  lang,
  period,
  refused,
}: {
  lang: Lang
  period: Period
  refused: PeriodForm
}) {
  const t = textsIn[lang]
  const problems = (['from', 'to'] as const).flatMap((name) => {
    const problem = refused.problems[name]
    return problem ? [{ name, text: t(`staff:period.problem.${problem}`) }] : []
  })
  const title = t('staff:period.problemTitle', { period: writtenPeriod(lang, period) })
  return <ErrorSummary title={title} problems={problems} />
}
