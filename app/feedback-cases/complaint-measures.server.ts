import type { Day } from '#app/calendar/day.ts'
import { countPetitions } from '#db/queries/feedback-cases.ts'
import type { Db } from '#db/schema.ts'

/** A share as it is counted: `num` of `den`; with `den` 0 there was nothing to handle. */
export interface Counted {
  num: number
  den: number
}

/**
 * The two complaint measures of Bộ chỉ số 766 (Quyết định 766/QĐ-TTg), of petitions received in a period: handled on
 * time or still within their time; and neither late, reopened nor judged badly by their citizens. Suggestions,
 * and what is in quarantine or was set aside, are in neither. `offices`: those complained of; null for the city.
 */
export async function complaintMeasures(
  db: Db,
  { from, to }: { from: Day; to: Day },
  today: Day,
  offices: readonly string[] | null = null,
): Promise<{ onTime: Counted; satisfied: Counted }> {
  const { received, onTime, unsatisfied } = await countPetitions(db, { from, to, today, offices })
  return { onTime: { num: onTime, den: received }, satisfied: { num: received - unsatisfied, den: received } }
}
