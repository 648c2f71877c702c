import { inBatches } from '../batches.ts'
import type { Db, FlaggedLevelRow, FlagRow, LevelColumns, Stage, Trust, Tx } from '../schema.ts'

/** Whether this night's run is ours: one of several processes gets it. */
export async function claimFlagRun(tx: Tx, day: string, at: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('flag_runs')
    .values({ day, claimed_at: at, done_at: '' })
    .onConflict((c) => c.column('day').doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows) > 0
}

export async function endFlagRun(tx: Tx, day: string, at: string): Promise<void> {
  await tx.updateTable('flag_runs').set({ done_at: at }).where('day', '=', day).execute()
}

/** The day of the last run that came to its end, '' when none did. */
export async function findLastFlagRun(db: Db): Promise<string> {
  const row = await db
    .selectFrom('flag_runs')
    .select((e) => e.fn.max('day').as('day'))
    .where('done_at', '<>', '')
    .executeTakeFirst()
  return row?.day ?? ''
}

/** Puts the flags of these days in the place of those they had. */
export async function replaceFlags(
  tx: Tx,
  { from, to }: { from: string; to: string },
  flags: FlagRow[],
  counts: FlaggedLevelRow[],
): Promise<void> {
  for (const table of ['flags', 'flagged_level_counts'] as const) {
    await tx.deleteFrom(table).where('day', '>=', from).where('day', '<=', to).execute()
  }
  for (const rows of inBatches(flags)) await tx.insertInto('flags').values(rows).execute()
  for (const rows of inBatches(counts)) await tx.insertInto('flagged_level_counts').values(rows).execute()
}

interface Asked {
  from: string
  to: string
  /** '' for all. */
  office: string
}

/** Flags of a period, newest first, at most so many. */
export function listFlags(db: Db, { from, to, office }: Asked, most: number): Promise<FlagRow[]> {
  return db
    .selectFrom('flags')
    .selectAll()
    .where('day', '>=', from)
    .where('day', '<=', to)
    .$if(office !== '', (query) => query.where('office_id', '=', office))
    .orderBy('day', 'desc')
    .orderBy('office_id')
    .limit(most)
    .execute()
}

export interface FlaggedOffice {
  office_id: string
  days: number
  /** Ratings that the flags rest on. */
  n: number
}

/** How many days of which offices are flagged in a period, and how many ratings with them. */
export function flagsOfOffices(db: Db, { from, to }: { from: string; to: string }): Promise<FlaggedOffice[]> {
  return db
    .selectFrom('flags')
    .select('office_id')
    .select((e) => [e.fn.countAll<number>().as('days'), e.fn.sum<number>('n').as('n')])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy('office_id')
    .execute()
}

export interface FlaggedLevelSum extends LevelColumns {
  office_id: string
  trust: Trust
  stage: Stage
}

const LEVELS = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5'] as const

/** What the flagged ratings of a period say, by office, trust class and stage. */
export function sumFlaggedLevels(
  db: Db,
  { from, to }: { from: string; to: string },
): Promise<FlaggedLevelSum[]> {
  return db
    .selectFrom('flagged_level_counts')
    .select(['office_id', 'trust', 'stage'])
    .select((e) => LEVELS.map((column) => e.fn.sum<number>(column).as(column)))
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy(['office_id', 'trust', 'stage'])
    .execute()
}
