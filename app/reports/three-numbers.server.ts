import { sumCountedByProcedure } from '#db/queries/breakdown-sums.ts'
import { countPetitions } from '#db/queries/feedback-cases.ts'
import { listProcedures } from '#db/queries/procedures.ts'
import { sumReceivedWithout } from '#db/queries/received-dossiers.ts'
import type { Db } from '#db/schema.ts'
import { type Day, monthOf } from '../calendar/day.ts'
import { isWholeMonths, type Period } from '../calendar/period.ts'
import type { IndexDefinition } from '../statistics/index-definition.ts'
import { levelCountsOf, noCounts, satisfiedOf } from '../statistics/level-counts.ts'
import { nd61OfOffices } from '../surveys/nd61.server.ts'
import { isScored } from '../surveys/nd61-figures.ts'
import type { Band } from '../surveys/nd61-score.ts'
import { FALSE_MARKS } from './between-offices.ts'
import { comparedParts } from './compared-shares.ts'
import type { LiveFigures } from './figures-source.ts'
import { knownCity } from './known-city.server.ts'
import { dossiersOf, levelsOf, outsideOf } from './office-overview.server.ts'
import { noLineage, periodLines } from './period-lines.ts'
import { score766 } from './score-of-766.ts'
import {
  cityLevels,
  type Nd61Number,
  type ShareNumber,
  shareNumber,
  type ThreeNumbers,
} from './three-numbers.ts'

/** The share, the points of Nghị định 61 and those of Quyết định 766 of a city and period; counts only. */
export async function threeNumbers(
  db: Db,
  _leave: LiveFigures,
  { period, today }: { period: Period; today: Day },
): Promise<ThreeNumbers> {
  const [known, levels, dossiers] = await Promise.all([
    knownCity(db),
    levelsOf(db, period),
    dossiersOf(db, period),
  ])
  const rows = known.officesOn(period.to)
  const definition = known.definitionOn(period.to)
  const outside = outsideOf(rows)
  const offices = rows.map(({ id }) => id).filter((id) => !outside.includes(id))
  const { city } = periodLines({ period, rows, definition, levels, dossiers, lineage: noLineage })
  const counted = cityLevels(levels, outside, definition)
  const asked = { period, today, offices, outside, definition }
  const share = shareNumber(city, counted, definition)
  const isShown = city.ratings.state === 'shown'
  return {
    ...{ period, definition },
    isUnfinished: today <= period.to,
    share: { ...share, procedures: isShown ? await proceduresOf(db, asked) : null },
    nd61: isScored(period) ? nd61Number(await nd61OfOffices(db, period, rows)) : null,
    score766: await score766Of(db, asked, satisfiedOf(counted.byTrust.verified, [1, 2])),
  }
}

interface Asked {
  period: Period
  today: Day
  offices: string[]
  outside: string[]
  definition: IndexDefinition
}

/** Each procedure against all others, in the order of fields and codes; ratings that name none come last. */
async function proceduresOf(
  db: Db,
  { period, offices, definition }: Asked,
): Promise<ShareNumber['procedures']> {
  if (!isWholeMonths(period)) return null
  const [from, to] = [monthOf(period.from), monthOf(period.to)]
  const [levels, procedures] = await Promise.all([
    sumCountedByProcedure(
      db,
      { offices, from, to },
      { trusts: definition.trustClasses, stages: definition.stages },
    ),
    listProcedures(db),
  ])
  const counts = new Map(levels.map((row) => [row.procedure_id, levelCountsOf(row)]))
  const named = [...procedures, { id: '', code: '', name: '' }].filter(({ id }) => counts.has(id))
  const parts = named.map(({ id }) => ({ id, counts: counts.get(id) ?? noCounts }))
  return comparedParts(parts, definition, FALSE_MARKS).map((part, at) => ({
    ...part,
    ...{ code: named[at]?.code ?? '', name: named[at]?.name ?? '' },
  }))
}

function nd61Number(offices: Awaited<ReturnType<typeof nd61OfOffices>>): Nd61Number {
  const bands: Record<Band, number> = { excellent: 0, good: 0, fair: 0, average: 0, weak: 0 }
  for (const { figures } of offices) if (figures.band) bands[figures.band] += 1
  return {
    bands,
    offices: offices.map(({ id, name, figures: { sum, band } }) => ({ id, name, sum, band })),
  }
}

async function score766Of(db: Db, { period, today, offices, outside, definition }: Asked, disliked: number) {
  if (!isWholeMonths(period)) return null
  const [from, to] = [monthOf(period.from), monthOf(period.to)]
  const [dossiers, petitions] = await Promise.all([
    sumReceivedWithout(db, { from, to, today, without: outside }),
    countPetitions(db, { from: period.from, to: period.to, today, offices }),
  ])
  return score766({ ...dossiers, disliked, petitions }, definition.minimumN)
}
