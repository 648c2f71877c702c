import type { Store } from '#db/connection.ts'
import { forgetPartMonths } from '#db/queries/released-parts.ts'
import {
  type CountedDay,
  claimRelease,
  findFirstDayOfRatings,
  findReleasedThrough,
  insertReleased,
  type LaterAmendment,
  listAmendedSince,
  listBatchesAsTheyAre,
  listLastReleased,
  listReleased,
  listUnreleased,
  markReleased,
  type ReleaseCell,
  writeReleased,
} from '#db/queries/releases.ts'
import { listCalendarDays } from '#db/queries/working-calendar.ts'
import type { Db, ReleaseBatchRow, Tx } from '#db/schema.ts'
import type { Clock } from '../calendar/clock.ts'
import { addDays, type Day, dayOf, lastDayOf, monthOf, startOf } from '../calendar/day.ts'
import { workingCalendar } from '../calendar/working-days.ts'
import { type Level, type LevelCounts, levelCountsOf, totalOf } from '../statistics/level-counts.ts'
import { batchesOf, changesIn, releasableThrough, SMALLEST_BATCH } from './release.ts'

/** Changes that found no company of five in so many days stay unreleased; a rating may be changed for 7. */
const DAYS_OF_CHANGES = 62

interface Releasing {
  store: Pick<Store, 'read' | 'write'>
  clock: Clock
}

/**
 * Moves ratings into the released counts that a measured office reads: by office, trust class and stage in batches of
 * five or more whole days, not before the next working day; changes of released ratings, and ratings that arrive late,
 * once five of them have come together. Answers the days it released through: one a month of history, then one a
 * working day; none when that was done before.
 */
export async function releaseCounts({ store, clock }: Releasing): Promise<Day[]> {
  const now = clock.now()
  const through = releasableThrough(dayOf(now), workingCalendar(await listCalendarDays(store.read)))
  const released: Day[] = []
  for (const day of await daysToRelease(store.read, through)) {
    const done = await store.write((tx) => releaseThrough(tx, day, through, clock.now()))
    if (done) released.push(day)
  }
  return released
}

/** The ends of the months still to be released, and the last day: a long history is no long transaction. */
async function daysToRelease(db: Db, through: Day): Promise<Day[]> {
  const last = await findReleasedThrough(db)
  if (last >= through) return []
  const first = last === '' ? (await findFirstDayOfRatings(db)) || through : addDays(last, 1)
  const days: Day[] = []
  for (let day = lastDayOf(monthOf(first)); day < through; day = lastDayOf(monthOf(addDays(day, 1)))) {
    days.push(day)
  }
  return [...days, through]
}

/** One step, in one transaction with its claim: what is said is said as of the end of the last releasable day. */
async function releaseThrough(tx: Tx, day: Day, last: Day, now: Date): Promise<boolean> {
  if (!(await claimRelease(tx, day, now.toISOString()))) return false
  const asOf = { amendedBefore: startOf(addDays(last, 1)).toISOString(), arrivedBy: now.toISOString() }
  const later = await listAmendedSince(tx, asOf.amendedBefore)
  await moveChanges(tx, addDays(day, -DAYS_OF_CHANGES), later, asOf)
  await moveBatches(tx, day, later, asOf)
  return true
}

/** What released figures say is said as of then: amendments before an instant, ratings that had come by another. */
interface AsOf {
  amendedBefore: string
  arrivedBy: string
}

async function moveBatches(tx: Tx, through: Day, later: LaterAmendment[], asOf: AsOf): Promise<void> {
  const lastOf = new Map((await listLastReleased(tx)).map((row) => [cellOf(row), row.day]))
  const days = Map.groupBy(asOfThen(await listUnreleased(tx, through), later), cellOf)
  const batches: ReleaseBatchRow[] = []
  const counts: CountedDay[] = []
  for (const [cell, rows] of days) {
    const [{ office_id, trust, stage } = { office_id: '' } as CountedDay] = rows
    const said = rows.map((row) => ({ day: row.day, levels: levelCountsOf(row) }))
    for (const { from, day, levels } of batchesOf(lastOf.get(cell) ?? '', said)) {
      const key = { office_id, trust, stage, day }
      batches.push({
        ...{ ...key, from_day: from, n: totalOf(levels), released_at: asOf.arrivedBy },
        ...{ amended_before: asOf.amendedBefore, arrived_by: asOf.arrivedBy },
      })
      counts.push({ ...key, ...columnsOf(levels) })
    }
  }
  await insertReleased(tx, batches, counts)
}

/** Brings released days up to what is said now where five or more ratings of a cell changed. */
async function moveChanges(tx: Tx, since: Day, later: LaterAmendment[], asOf: AsOf): Promise<void> {
  const shown = new Map((await listReleased(tx, since)).map((row) => [dayOfCell(row), row]))
  const now = await withoutLater(tx, since, later)
  const changed: CountedDay[] = []
  for (const rows of Map.groupBy(now, cellOf).values()) {
    const pairs = rows.flatMap((row) => {
      const known = shown.get(dayOfCell(row))
      return known ? [{ row, shown: levelCountsOf(known), now: levelCountsOf(row) }] : []
    })
    const moved = pairs.filter((pair) => changesIn([pair]) > 0)
    if (changesIn(moved) >= SMALLEST_BATCH) changed.push(...moved.map(({ row }) => row))
  }
  await writeReleased(tx, changed)
  await markReleased(tx, changed, asOf)
  await forgetPartMonths(tx, [...new Set(changed.map((row) => monthOf(row.day)))])
}

async function withoutLater(tx: Tx, since: Day, later: LaterAmendment[]): Promise<CountedDay[]> {
  const batches = await listBatchesAsTheyAre(tx, since)
  const byCell = Map.groupBy(batches, cellOf)
  const inBatches = later.flatMap((amendment) => {
    const day = (byCell.get(cellOf(amendment)) ?? [])
      .map((row) => row.day)
      .filter((last) => amendment.day <= last)
      .sort()[0]
    return day === undefined ? [] : [{ ...amendment, day }]
  })
  return asOfThen(batches, inBatches)
}

/** Counts without the amendments that came later. */
function asOfThen(rows: CountedDay[], later: readonly LaterAmendment[]): CountedDay[] {
  const byDay = Map.groupBy(later, dayOfCell)
  return rows.map((row) => {
    const counts = { ...row }
    for (const { level_then, level_now } of byDay.get(dayOfCell(row)) ?? []) {
      counts[`level_${level_then as Level}`] += 1
      counts[`level_${level_now as Level}`] -= 1
    }
    return counts
  })
}

const cellOf = ({ office_id, trust, stage }: ReleaseCell) => `${office_id} ${trust} ${stage}`
const dayOfCell = (row: ReleaseCell & { day: string }) => `${cellOf(row)} ${row.day}`

const columnsOf = (levels: LevelCounts) => ({
  level_1: levels[1],
  level_2: levels[2],
  level_3: levels[3],
  level_4: levels[4],
  level_5: levels[5],
})
