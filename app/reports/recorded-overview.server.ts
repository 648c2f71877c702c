import type { LineageRow } from '#db/schema.ts'
import { dayOf, lastDayOf } from '../calendar/day.ts'
import { lastTwelveMonths, monthsOf } from '../calendar/period.ts'
import { type Lineage, lineageOn } from '../offices/lineage.ts'
import { indexDefinitionOf } from '../statistics/index-definition.ts'
import { countedByMonth, monthlyShares } from './monthly-shares.ts'
import { overviewOf } from './office-overview.server.ts'
import type { Overview } from './overview.ts'
import { calendarPeriod } from './period-close.ts'
import { noLineage } from './period-lines.ts'
import type { PeriodRecord } from './period-record.ts'
import { recordedRows } from './recorded-places.ts'

/** The overview as a record says it: the same figures and the same hidden ones, whatever has been counted since. */
export function recordedOverview(record: PeriodRecord, byLineage = false): Overview {
  const period = calendarPeriod(record)
  const definitions = record.index_definitions.map(indexDefinitionOf)
  const definitionOn = (day: string) => {
    const found = definitions.find(({ validFrom }) => validFrom <= day) ?? definitions.at(-1)
    if (!found) throw new Error('A record without an index definition')
    return found
  }
  const definition = definitionOn(record.to)
  const monthly = record.months.map(([month, trust, stage, ...levels]) => ({
    ...{ month, trust, stage },
    ...columnsOf(levels),
  }))
  const headline = countedByMonth(monthly, (month) => definitionOn(lastDayOf(month)))
  const months = monthsOf(lastTwelveMonths(period))
  return overviewOf({
    ...{ period, definition, byLineage },
    rows: recordedRows(record),
    levels: record.levels.map(([office_id, trust, stage, , ...levels]) => ({
      ...{ office_id, trust, stage },
      ...columnsOf(levels),
    })),
    dossiers: record.dossiers.map(([office_id, returned, on_time, refused, rated]) => ({
      ...{ office_id, returned, on_time, refused, rated },
    })),
    lineage: byLineage ? recordedLineage(record) : noLineage,
    targets: record.targets.map(({ office, measure, permille }) => ({
      ...{ office_id: office, measure, permille },
      year: Number(record.to.slice(0, 4)),
    })),
    // A record is made when its period is over.
    today: dayOf(new Date(record.frozen_at)),
    months: monthlyShares(months, headline, definitionOn, definition.minimumN),
  })
}

const columnsOf = ([level_1, level_2, level_3, level_4, level_5]: readonly [
  number,
  number,
  number,
  number,
  number,
]) => ({ level_1, level_2, level_3, level_4, level_5 })

/** Lineage as it was known when the record was frozen. */
function recordedLineage(record: PeriodRecord): Lineage {
  const rows = record.lineage.map(
    ({ predecessor, predecessor_name, successor, day }): LineageRow => ({
      ...{ id: '', note: '', day, predecessor_name },
      predecessor_id: predecessor === '' ? null : predecessor,
      successor_id: successor,
    }),
  )
  return lineageOn(rows, dayOf(new Date(record.frozen_at)))
}
