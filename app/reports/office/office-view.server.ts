import type { Db } from '#db/schema.ts'
import { isWholeMonths } from '../../calendar/period.ts'
import type { LiveFigures } from '../figures-source.ts'
import { officeAnswers, officeHours, officeProcedures } from './breakdowns.server.ts'
import {
  type CountedOffice,
  countedOffice,
  type OfficeQuestion,
  officeTrend,
} from './counted-office.server.ts'
import { officeKinds } from './kind-figures.server.ts'
import type { OfficeHead } from './office-desk.ts'
import type { OfficeView } from './office-views.ts'
import type { ShownView } from './shown-view.ts'

/**
 * One view of an office in a period.
 * @throws NotFound for an office nobody knows
 */
export async function officeView(
  db: Db,
  leave: LiveFigures,
  question: OfficeQuestion,
  view: OfficeView,
): Promise<{ head: OfficeHead; shown: ShownView }> {
  const counted = await countedOffice(db, leave, question)
  return { head: counted.head, shown: await shownView(db, counted, view) }
}

async function shownView(db: Db, counted: CountedOffice, view: OfficeView): Promise<ShownView> {
  const isCounted = isWholeMonths(counted.head.period)
  switch (view) {
    case '': {
      const [trend, kinds] = await Promise.all([officeTrend(db, counted), officeKinds(db, counted)])
      return { view, trend, kinds }
    }
    case 'thu-tuc':
      return { view, procedures: isCounted ? await officeProcedures(db, counted) : null }
    case 'gio':
      return { view, hours: isCounted ? await officeHours(db, counted) : null }
    case 'phieu':
      return { view, answers: isCounted ? await officeAnswers(db, counted) : null }
  }
}
