import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { firstDayOf, type Month } from '../../calendar/day.ts'
import { containing, monthsOf, type Period } from '../../calendar/period.ts'
import { writtenMonth } from '../written-period.ts'
import { type OfficeView, viewAddress } from './office-views.ts'

interface Props {
  lang: Lang
  officeId: string
  period: Period
  view: OfficeView
}

/** What is counted by month alone is not shown of odd days; its months are a link away. */
export function WholeMonthsOnly({ lang, officeId, period, view }: Props) {
  return (
    <section className="empty">
      <p>{textsIn[lang]('desk:wholeMonths')}</p>
      <MonthsToChoose {...{ lang, officeId, view }} months={monthsOf(period)} />
    </section>
  )
}

/** Months of an office's view, each a link. */
export function MonthsToChoose({
  lang,
  officeId,
  months,
  view,
}: Omit<Props, 'period'> & { months: readonly Month[] }) {
  return (
    <ul className="plain">
      {months.map((month) => (
        <li key={month}>
          <a href={viewAddress(officeId, containing('month', firstDayOf(month)), view)}>
            {writtenMonth(lang, month)}
          </a>
        </li>
      ))}
    </ul>
  )
}
