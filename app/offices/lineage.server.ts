import type { Day } from '#app/calendar/day.ts'
import { listLineage } from '#db/queries/office-lineage.ts'
import type { Db } from '#db/schema.ts'
import { type Lineage, lineageOn } from './lineage.ts'

/** Who does the work of closed offices on a day, for figures rolled up by lineage. */
export async function lineageOf(db: Db, day: Day): Promise<Lineage> {
  return lineageOn(await listLineage(db), day)
}
