import { sql } from 'kysely'
import { inBatches } from '../batches.ts'
import type { Db, LevelColumns, ReleaseBatchRow, Stage, Trust, Tx } from '../schema.ts'

/** What is released together: one office's ratings of one trust class and stage. */
export interface ReleaseCell {
  office_id: string
  trust: Trust
  stage: Stage
}

export interface CountedDay extends ReleaseCell, LevelColumns {
  day: string
}

const LEVELS = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5'] as const
const LAST_DAY = '9999-12-31'
const CELL = ['office_id', 'trust', 'stage'] as const

/** Claims a day's release; false when it was claimed before, by this process or another. */
export async function claimRelease(tx: Tx, throughDay: string, at: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('release_runs')
    .values({ through_day: throughDay, claimed_at: at })
    .onConflict((c) => c.column('through_day').doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows) > 0
}

/** The day up to which ratings were released, '' when none ever were. */
export async function findReleasedThrough(db: Db): Promise<string> {
  const row = await db
    .selectFrom('release_runs')
    .select((e) => e.fn.max('through_day').as('day'))
    .executeTakeFirst()
  return row?.day ?? ''
}

/** The first day that has ratings, '' when there are none. */
export async function findFirstDayOfRatings(db: Db): Promise<string> {
  const row = await db
    .selectFrom('level_counts')
    .select((e) => e.fn.min('day').as('day'))
    .executeTakeFirst()
  return row?.day ?? ''
}

/** The last released day of each cell and month from a day on. */
export function listLastReleased(db: Db, since: string): Promise<(ReleaseCell & { day: string })[]> {
  return db
    .selectFrom('release_batches')
    .select(CELL)
    .select((e) => e.fn.max('day').as('day'))
    .where('day', '>=', since)
    .groupBy([...CELL, sql`substr(day, 1, 7)`])
    .execute()
}

/** Ratings of days between two that lie in no batch, a line per cell and day, in order. */
export function listUnreleased(db: Db, since: string, through: string): Promise<CountedDay[]> {
  return db
    .selectFrom('level_counts as c')
    .select(['c.office_id', 'c.trust', 'c.stage', 'c.day'])
    .select((e) => LEVELS.map((column) => e.fn.sum<number>(`c.${column}`).as(column)))
    .where('c.day', '>=', since)
    .where('c.day', '<=', through)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('release_batches as b')
            .select('b.day')
            .whereRef('b.office_id', '=', 'c.office_id')
            .whereRef('b.trust', '=', 'c.trust')
            .whereRef('b.stage', '=', 'c.stage')
            .whereRef('b.day', '>=', 'c.day')
            .whereRef('b.from_day', '<=', 'c.day'),
        ),
      ),
    )
    .groupBy(['c.office_id', 'c.trust', 'c.stage', 'c.day'])
    .having((e) =>
      e(
        sql<number>`sum(${sql.join(
          LEVELS.map((l) => sql.ref(`c.${l}`)),
          sql` + `,
        )})`,
        '>',
        0,
      ),
    )
    .orderBy('c.day')
    .execute()
}

/**
 * What batches from a day on say now, by their last day, but of those that show the state as of `amendedBefore` already.
 * Each batch seeks its own days: joined the other way round it took nine times as long.
 */
export function listBatchesAsTheyAre(
  db: Db,
  since: string,
  amendedBefore: string,
): Promise<(CountedDay & { from_day: string })[]> {
  return db
    .selectFrom('release_batches as b')
    .crossJoin('level_counts as c')
    .select(['b.office_id', 'b.trust', 'b.stage', 'b.day', 'b.from_day'])
    .select((e) => LEVELS.map((column) => e.fn.sum<number>(`c.${column}`).as(column)))
    .whereRef('c.office_id', '=', 'b.office_id')
    .whereRef('c.trust', '=', 'b.trust')
    .whereRef('c.stage', '=', 'b.stage')
    .whereRef('c.day', '>=', 'b.from_day')
    .whereRef('c.day', '<=', 'b.day')
    .where('b.day', '>=', since)
    .where('b.amended_before', '<', amendedBefore)
    .groupBy(['b.office_id', 'b.trust', 'b.stage', 'b.day', 'b.from_day'])
    .execute()
}

/** What is shown of them. */
export function listReleased(db: Db, since: string, until = LAST_DAY): Promise<CountedDay[]> {
  return db
    .selectFrom('released_level_counts')
    .select(['office_id', 'trust', 'stage', 'day', ...LEVELS])
    .where('day', '>=', since)
    .where('day', '<=', until)
    .execute()
}

export interface LaterAmendment extends ReleaseCell {
  day: string
  /** What the response said when the instant came, and what it says now. */
  level_then: number
  level_now: number
}

/** Responses amended at an instant or later, with what they said before. */
export async function listAmendedSince(db: Db, instant: string): Promise<LaterAmendment[]> {
  const { rows } = await sql<LaterAmendment>`
    select r.day, r.office_id, r.trust, r.stage, a.level as level_then, r.level as level_now
    from (
      select response_id, min(revision) as revision from response_amendments
      where replaced_at >= ${instant} group by response_id
    ) f
    join response_amendments a on a.response_id = f.response_id and a.revision = f.revision
    join responses r on r.id = f.response_id
    where a.level <> r.level and r.first_at < ${instant}
  `.execute(db)
  return rows
}

/** Writes batches and what they say. */
export async function insertReleased(
  tx: Tx,
  batches: readonly ReleaseBatchRow[],
  counts: readonly CountedDay[],
): Promise<void> {
  for (const rows of inBatches(batches)) await tx.insertInto('release_batches').values(rows).execute()
  await writeReleased(tx, counts)
}

/** Writes what released days say, in the place of what they said. */
export async function writeReleased(tx: Tx, counts: readonly CountedDay[]): Promise<void> {
  for (const rows of inBatches(counts)) {
    await tx
      .insertInto('released_level_counts')
      .values(rows.map((row) => releasedRow(row)))
      .onConflict((c) =>
        c
          .columns(['day', 'office_id', 'trust', 'stage', 'respondent'])
          .doUpdateSet((e) =>
            Object.fromEntries(LEVELS.map((column) => [column, e.ref(`excluded.${column}`)])),
          ),
      )
      .execute()
  }
}

const releasedRow = ({ day, office_id, trust, stage, level_1, level_2, ...row }: CountedDay) => ({
  ...{ day, office_id, trust, stage, respondent: 'unstated' as const },
  ...{ level_1, level_2, level_3: row.level_3, level_4: row.level_4, level_5: row.level_5 },
})

/** Says as of when these released days are shown now. */
export async function markReleased(
  tx: Tx,
  days: readonly (ReleaseCell & { day: string })[],
  { amendedBefore, arrivedBy }: { amendedBefore: string; arrivedBy: string },
): Promise<void> {
  for (const rows of inBatches(days)) {
    const keys = sql.join(rows.map((r) => sql`(${r.office_id}, ${r.trust}, ${r.stage}, ${r.day})`))
    await sql`
      update release_batches set amended_before = ${amendedBefore}, arrived_by = ${arrivedBy}
      where amended_before <> '' and (office_id, trust, stage, day) in (values ${keys})
    `.execute(tx)
  }
}
