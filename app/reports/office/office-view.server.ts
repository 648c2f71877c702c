import type { Db } from '#db/schema.ts'
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
  question: OfficeQuestion,
  view: OfficeView,
): Promise<{ head: OfficeHead; shown: ShownView }> {
  const counted = await countedOffice(db, question)
  return { head: counted.head, shown: await shownView(db, counted, view) }
}

async function shownView(db: Db, counted: CountedOffice, _view: OfficeView): Promise<ShownView> {
  const [trend, kinds] = await Promise.all([officeTrend(db, counted), officeKinds(db, counted)])
  return { view: '', trend, kinds }
}
