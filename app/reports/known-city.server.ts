import { listIndexDefinitions } from '#db/queries/index-definitions.ts'
import type { CountedSpan } from '#db/queries/monthly-level-counts.ts'
import { listFormerPlaces, listOffices } from '#db/queries/offices.ts'
import type { Db, IndexDefinitionRow, OfficeRow } from '#db/schema.ts'
import { addMonths, type Day, type Month, monthOf } from '../calendar/day.ts'
import { officesOn } from '../offices/office.ts'
import { type IndexDefinition, indexDefinitionOf } from '../statistics/index-definition.ts'

/** What a page of figures needs to know before it counts. */
export interface KnownCity {
  /** Every office of every time under the names and parents of a day. */
  officesOn(day: Day): OfficeRow[]
  /** Every definition as stored, the newest first. */
  definitionRows: IndexDefinitionRow[]
  /** The definition in force on a day. */
  definitionOn(day: Day): IndexDefinition
  /** Each definition with the months it makes the headline of, up to `until`; the latest first. */
  spansUntil(until: Month): [CountedSpan, ...CountedSpan[]]
}

/** Offices through time and index definitions, in three statements. */
export async function knownCity(db: Db): Promise<KnownCity> {
  const [rows, former, definitionRows] = await Promise.all([
    listOffices(db),
    listFormerPlaces(db),
    listIndexDefinitions(db),
  ])
  const newestFirst = definitionRows.map(indexDefinitionOf)
  return {
    definitionRows,
    officesOn: (day) => officesOn(rows, former, day),
    spansUntil: (until) => spansOf(newestFirst, until),
    definitionOn(day) {
      // The first migration sets one that is valid from the first day on, so there always is one.
      const found = newestFirst.find(({ validFrom }) => validFrom <= day)
      if (!found) throw new Error(`No index definition is in force on ${day}`)
      return found
    },
  }
}

/** A month counts by the definition in force on its last day, as its own page does. */
function spansOf(newestFirst: IndexDefinition[], until: Month): [CountedSpan, ...CountedSpan[]] {
  const none: CountedSpan = { from: until, to: until, trusts: [], stages: [] }
  const spans: CountedSpan[] = []
  let to = until
  for (const { validFrom, trustClasses: trusts, stages } of newestFirst) {
    const from = monthOf(validFrom)
    if (from > to) continue
    spans.push({ from, to, trusts, stages })
    to = addMonths(from, -1)
  }
  const [first = none, ...others] = spans
  return [first, ...others]
}
