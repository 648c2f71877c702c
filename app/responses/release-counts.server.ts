import type { Store } from '#db/connection.ts'
import { listOffices } from '#db/queries/offices.ts'
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
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  firstDayOf,
  lastDayOf,
  monthOf,
  startOf,
} from '../calendar/day.ts'
import { workingCalendar } from '../calendar/working-days.ts'
import { type Level, type LevelCounts, levelCountsOf, totalOf } from '../statistics/level-counts.ts'
import {
  changesIn,
  isSettled,
  releasableBatches,
  releasableThrough,
  SMALLEST_BATCH,
  type WaitingOffice,
  wholeOffices,
} from './release.ts'

/** Changes that found no company of five in so many days stay unreleased; a rating may be changed for 7. */
const DAYS_OF_CHANGES = 62

interface Releasing {
  store: Pick<Store, 'read' | 'write'>
  clock: Clock
}

/**
 * Moves ratings into the released counts that a measured office reads: by office, trust class and stage in batches of
 * five or more whole days of one month, not before the next working day; changes of released ratings, and ratings that
 * arrive late, once five of them have come together. The public page shows a settled month exactly, and a subtraction
 * gives what was not released of it: so the newest batch of a month is kept back until the next is complete, and goes
 * out with what came after it, and with all changes, when the month is settled. Where a trust class of the office has
 * one to four ratings left in the month, which never go out, the kept batches stay with them for good (or those of the
 * office beside, `wholeOffices`): what a subtraction gives is nothing or five together. Answers the days it released
 * through: one a month of history, then one a working day; none when that was done before.
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
  const settled = await moveBatches(tx, { day, last }, later, asOf)
  await moveChanges(tx, addDays(day, -DAYS_OF_CHANGES), later, asOf, settled)
  return true
}

/** What released figures say is said as of then: amendments before an instant, ratings that had come by another. */
interface AsOf {
  amendedBefore: string
  arrivedBy: string
}

/** Answers the cells' months whose last piece went out: their changes go with it. */
async function moveBatches(
  tx: Tx,
  { day: through, last }: { day: Day; last: Day },
  later: LaterAmendment[],
  asOf: AsOf,
): Promise<Set<string>> {
  const since = firstDayOf(addMonths(monthOf(through), -1))
  const lastOf = new Map((await listLastReleased(tx, since)).map((row) => [monthOfCell(row), row.day]))
  const days = asOfThen(await listUnreleased(tx, since, through), later)
  const batches: ReleaseBatchRow[] = []
  const counts: CountedDay[] = []
  const settled = new Set<string>()
  const paths = new Map((await listOffices(tx)).map(({ id, path }) => [id, path]))
  for (const [month, rows] of Map.groupBy(days, (row) => monthOf(row.day))) {
    const whole = isSettled(month, last) ? wholeOffices(waitingOffices(rows, paths)) : new Set()
    for (const [cell, [first, ...others]] of Map.groupBy(rows, monthOfCell)) {
      if (!first) continue
      const { office_id, trust, stage } = first
      const said = [first, ...others].map((row) => ({ day: row.day, levels: levelCountsOf(row) }))
      const from = lastOf.get(cell) ?? addDays(firstDayOf(month), -1)
      const isWhole = whole.has(office_id)
      if (isWhole) settled.add(cell)
      for (const { from: from_day, day, levels } of releasableBatches(from, said, isWhole)) {
        const key = { office_id, trust, stage, day }
        batches.push({
          ...{ ...key, from_day, n: totalOf(levels), released_at: asOf.arrivedBy },
          ...{ amended_before: asOf.amendedBefore, arrived_by: asOf.arrivedBy },
        })
        counts.push({ ...key, ...columnsOf(levels) })
      }
    }
  }
  await insertReleased(tx, batches, counts)
  await forgetPartMonths(tx, [...new Set(batches.map(({ day }) => monthOf(day)))])
  return settled
}

function waitingOffices(rows: CountedDay[], paths: ReadonlyMap<string, string>): WaitingOffice[] {
  return [...Map.groupBy(rows, (row) => row.office_id)].map(([id, own]) => {
    const cells = [...Map.groupBy(own, cellOf).values()].map((cell) =>
      cell.reduce((n, row) => n + totalOf(levelCountsOf(row)), 0),
    )
    const n = cells.reduce((sum, one) => sum + one, 0)
    return { id, path: paths.get(id) ?? '', n, hasFew: cells.some((one) => one < SMALLEST_BATCH) }
  })
}

/** Brings released days up to what is said now where five or more ratings of a cell changed. */
async function moveChanges(
  tx: Tx,
  since: Day,
  later: LaterAmendment[],
  asOf: AsOf,
  settled: ReadonlySet<string>,
): Promise<void> {
  const shown = new Map((await listReleased(tx, since)).map((row) => [dayOfCell(row), row]))
  const now = await withoutLater(tx, since, later, asOf)
  const changed: CountedDay[] = []
  for (const rows of Map.groupBy(now, cellOf).values()) {
    const pairs = rows.flatMap((row) => {
      const known = shown.get(dayOfCell(row))
      return known ? [{ row, shown: levelCountsOf(known), now: levelCountsOf(row) }] : []
    })
    const moved = pairs.filter((pair) => changesIn([pair]) > 0)
    const isEnough = changesIn(moved) >= SMALLEST_BATCH
    changed.push(...moved.map(({ row }) => row).filter((row) => isEnough || settled.has(monthOfCell(row))))
  }
  await writeReleased(tx, changed)
  await markReleased(tx, changed, asOf)
  await forgetPartMonths(tx, [...new Set(changed.map((row) => monthOf(row.day)))])
}

async function withoutLater(
  tx: Tx,
  since: Day,
  later: LaterAmendment[],
  { amendedBefore }: AsOf,
): Promise<CountedDay[]> {
  const batches = await listBatchesAsTheyAre(tx, since, amendedBefore)
  const byCell = Map.groupBy(batches, cellOf)
  const inBatches = later.flatMap((amendment) => {
    const batch = byCell
      .get(cellOf(amendment))
      ?.find(({ from_day, day }) => from_day <= amendment.day && amendment.day <= day)
    return batch ? [{ ...amendment, day: batch.day }] : []
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
const monthOfCell = (row: ReleaseCell & { day: string }) => `${cellOf(row)} ${monthOf(row.day)}`
const dayOfCell = (row: ReleaseCell & { day: string }) => `${cellOf(row)} ${row.day}`

const columnsOf = (levels: LevelCounts) => ({
  level_1: levels[1],
  level_2: levels[2],
  level_3: levels[3],
  level_4: levels[4],
  level_5: levels[5],
})
