import type { FlaggedOffice } from '#db/queries/flags.ts'
import { type Month, monthOf } from '../../calendar/day.ts'
import type { Lineage } from '../../offices/lineage.ts'
import { compareOffices, withoutThoseAbove } from '../between-offices.ts'
import { controlSeries } from '../control-series.ts'
import { type History, historiesOf } from '../month-counts.ts'
import { topOf } from '../office-tree.ts'
import type { Overview } from '../overview.ts'
import type { periodLines } from '../period-lines.ts'
import type { Watched } from './attention.ts'

function flaggedDays(flags: readonly FlaggedOffice[], { into }: Lineage): Map<string, number> {
  const days = new Map<string, number>()
  for (const flag of flags) {
    const at = into.get(flag.office_id) ?? flag.office_id
    days.set(at, (days.get(at) ?? 0) + Number(flag.days))
  }
  return days
}

interface Watching {
  overview: Overview
  earlier: ReturnType<typeof periodLines>
  own: ReadonlyMap<string, History>
  changes: readonly { office_id: string; month: Month }[]
  newDefinitions: readonly Month[]
  lineage: Lineage
  flags: readonly FlaggedOffice[]
}

/** Every line but the city's own sum, which the page begins with, with its charts and flags. */
export function watchedOffices(watching: Watching): Watched[] {
  const { overview, earlier, own, changes, newDefinitions } = watching
  const flagged = flaggedDays(watching.flags, watching.lineage)
  const { period, offices, definition } = overview
  const places = offices.map(({ office }) => office)
  const histories = historiesOf(places, own)
  const then = new Map(earlier.offices.map((line) => [line.office.id, line]))
  const top = topOf(places)
  const below = new Set(
    compareOffices(withoutThoseAbove(offices)).flatMap(({ office, compared }) =>
      compared?.differs === 'below' ? [office.id] : [],
    ),
  )
  const changesOf = Map.groupBy(changes, ({ office_id }) => office_id)
  return offices
    .filter(({ office }) => office.id !== top)
    .map((line) => {
      const declared = changesOf.get(line.office.id) ?? []
      const chart = (measure: 'satisfied' | 'on_time') =>
        controlSeries(histories.get(line.office.id) ?? new Map(), {
          measure,
          until: monthOf(period.to),
          changes: [
            ...declared.map(({ month }) => month),
            ...(measure === 'satisfied' ? newDefinitions : []),
          ],
          satisfiedLevels: definition.satisfiedLevels,
        })
      return {
        officeId: line.office.id,
        now: line,
        before: then.get(line.office.id) ?? null,
        isBelowTarget: below.has(line.office.id),
        charts: { satisfied: chart('satisfied'), on_time: chart('on_time') },
        flaggedDays: flagged.get(line.office.id) ?? 0,
      }
    })
}
