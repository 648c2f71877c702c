import type { Store } from '#db/connection.ts'
import {
  findMonthsOfBatches,
  insertPartMonth,
  listBatches,
  listPartMonths,
  replaceParts,
} from '#db/queries/released-parts.ts'
import { findReleasedThrough, listReleased } from '#db/queries/releases.ts'
import { listSurveyVersions } from '#db/queries/survey-versions.ts'
import type { Db, ReleaseBatchRow, ReleasedPartRow } from '#db/schema.ts'
import type { Clock } from '../calendar/clock.ts'
import { addDays, addMonths, firstDayOf, lastDayOf, type Month, startOf } from '../calendar/day.ts'
import { idAt } from '../calendar/id-at.ts'
import { readVersion } from '../surveys/survey.ts'
import { isSettled } from './release.ts'
import { PartSums, partsOf } from './released-parts.ts'
import { toldRatings } from './told-ratings.server.ts'

/** Ratings that waited longer for the others of their batch are in no part: there are too few of them to divide. */
const DAYS_WAITED = 31
/** Read at most so many ratings in one go; what is left is done in the next. */
const MOST_READ = 300_000
const OFFICES_A_WRITE = 20

interface Releasing {
  store: Pick<Store, 'read' | 'write'>
  clock: Clock
}

/**
 * Counts the ratings of released batches by what they are of, once their month is over and nothing in it may be changed
 * any more, as they stood when they were released: what an office reads by procedure, half-day or answer adds up to what
 * it read before. Answers the months counted, the latest first.
 */
export async function releaseParts({ store, clock }: Releasing): Promise<Month[]> {
  const made: Month[] = []
  let read = 0
  for (const month of await monthsToCount(store.read)) {
    if (read >= MOST_READ) break
    const { parts, offices, ...counted } = await partsOfMonth(store.read, month)
    read += counted.read
    for (let at = 0; at < offices.length; at += OFFICES_A_WRITE) {
      const some = new Set(offices.slice(at, at + OFFICES_A_WRITE))
      const own = parts.filter(({ office_id }) => some.has(office_id))
      await store.write((tx) => replaceParts(tx, month, [...some], own))
    }
    await store.write((tx) => insertPartMonth(tx, month, clock.now().toISOString()))
    made.push(month)
  }
  return made
}

async function monthsToCount(db: Db): Promise<Month[]> {
  const months = await findMonthsOfBatches(db)
  if (!months) return []
  const [through, made] = [await findReleasedThrough(db), new Set(await listPartMonths(db))]
  const found: Month[] = []
  for (let month = months.last; month >= months.first; month = addMonths(month, -1)) {
    if (isSettled(month, through) && !made.has(month)) found.push(month)
  }
  return found
}

async function partsOfMonth(db: Db, month: Month) {
  const [from, to] = [firstDayOf(month), lastDayOf(month)]
  const batches = await listBatches(db, from, to)
  const versions = new Map((await listSurveyVersions(db)).map((row) => [row.id, readVersion(row)]))
  const sums = new PartSums()
  const arrived = batches.reduce((last, { arrived_by }) => (arrived_by > last ? arrived_by : last), '')
  const ids = {
    after: idAt(startOf(addDays(from, -DAYS_WAITED))),
    before: arrived === '' ? '' : idAt(new Date(Date.parse(arrived) + 1)),
  }
  let read = 0
  for await (const bite of toldRatings(db, batches, ids)) {
    read += bite.read
    for (const { rating } of bite.told)
      for (const part of partsOf(rating, versions)) sums.add(month, rating, part, rating.level)
  }
  const fitting = await cellsThatFit(db, month, sums.rows)
  return {
    read,
    offices: [...new Set(batches.map(({ office_id }) => office_id))],
    parts: sums.rows.filter((row) => fitting.has(cellOf(row))),
  }
}

/** Cells whose ratings add up to what is released of the month: of others nothing is told. */
async function cellsThatFit(db: Db, month: Month, parts: readonly ReleasedPartRow[]): Promise<Set<string>> {
  const released = await listReleased(db, firstDayOf(month), lastDayOf(month))
  const shown = new Map<string, number[]>()
  for (const row of released) {
    const before = shown.get(cellOf(row)) ?? [0, 0, 0, 0, 0]
    shown.set(
      cellOf(row),
      levelsOf(row).map((n, at) => n + (before[at] ?? 0)),
    )
  }
  const whole = parts.filter(({ kind }) => kind === 'all')
  return new Set(
    whole.filter((row) => `${levelsOf(row)}` === `${shown.get(cellOf(row))}`).map((row) => cellOf(row)),
  )
}

const levelsOf = (row: Omit<ReleasedPartRow, 'kind' | 'part' | 'month'>) => [
  row.level_1,
  row.level_2,
  row.level_3,
  row.level_4,
  row.level_5,
]
const cellOf = ({ office_id, trust, stage }: Pick<ReleaseBatchRow, 'office_id' | 'trust' | 'stage'>) =>
  `${office_id} ${trust} ${stage}`
