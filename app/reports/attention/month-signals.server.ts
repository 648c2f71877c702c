import type { Db } from '#db/schema.ts'
import type { MonthFigures } from '../../alerts/month-figures.ts'
import { type Day, monthOf } from '../../calendar/day.ts'
import { lastWholeMonth } from '../../calendar/period.ts'
import { liveFiguresFor } from '../figures-source.ts'
import { topOf } from '../office-tree.ts'
import { overviewDesk } from '../overview-desk.server.ts'

/**
 * The last whole month as Văn phòng's own overview shows it: offices whose control chart signals, what is hidden or may
 * be chance left out, and dossiers returned with those rated where both may be shown.
 */
export async function monthSignals(db: Db, today: Day): Promise<MonthFigures> {
  const period = lastWholeMonth(today)
  const leave = liveFiguresFor({ role: 'city_office', officeId: null })
  const { overview, attention } = await overviewDesk(db, leave, { period, today })
  const top = topOf(overview.offices.map(({ office }) => office))
  return {
    month: monthOf(period.from),
    signals: attention.offices
      .filter(({ concerns }) => concerns.some(({ kind }) => kind === 'signal'))
      .map(({ officeId }) => officeId),
    answers: overview.offices.flatMap(({ office, rated, returned }) =>
      rated === null || office.id === top ? [] : [{ officeId: office.id, rated, returned }],
    ),
  }
}
