import { inBatches } from '../batches.ts'
import { preparedQuery } from '../prepared.ts'
import type {
  AmendmentRow,
  Db,
  LevelColumns,
  ReleaseBatchRow,
  ReleasedPartRow,
  ResponseRow,
  Tx,
} from '../schema.ts'
import { type CountLine, keptLines } from './recounts.ts'

const LEVELS = ['level_1', 'level_2', 'level_3', 'level_4', 'level_5'] as const
const COLUMNS = [
  ...['id', 'office_id', 'procedure_id', 'channel', 'stage', 'trust', 'respondent', 'level', 'day'],
  ...['first_at', 'survey_version_id', 'answers', 'amended_at'],
] as const

/** A rating as far as released figures tell of it. */
export type RatingToTell = Pick<
  ResponseRow,
  | 'id'
  | 'office_id'
  | 'procedure_id'
  | 'channel'
  | 'stage'
  | 'trust'
  | 'respondent'
  | 'level'
  | 'day'
  | 'first_at'
  | 'survey_version_id'
  | 'answers'
  | 'amended_at'
>

/** The first and the last month with a batch of which it is known as of when it is shown; undefined without any. */
export async function findMonthsOfBatches(db: Db): Promise<{ first: string; last: string } | undefined> {
  const row = await db
    .selectFrom('release_batches')
    .select((e) => [e.fn.min('day').as('first'), e.fn.max('day').as('last')])
    .where('amended_before', '<>', '')
    .executeTakeFirst()
  return row?.first ? { first: row.first.slice(0, 7), last: row.last.slice(0, 7) } : undefined
}

/** Months whose parts are made. */
export async function listPartMonths(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('released_part_months').select('month').execute()
  return rows.map(({ month }) => month)
}

export async function insertPartMonth(tx: Tx, month: string, at: string): Promise<void> {
  await tx.insertInto('released_part_months').values({ month, made_at: at }).execute()
}

/** Parts of these months are made again, since what is released of them changed. */
export async function forgetPartMonths(tx: Tx, months: readonly string[]): Promise<void> {
  if (months.length > 0) await tx.deleteFrom('released_part_months').where('month', 'in', months).execute()
}

/** Batches that count in a span of days and are known as of when they are shown. */
export function listBatches(db: Db, from: string, to: string): Promise<ReleaseBatchRow[]> {
  return db
    .selectFrom('release_batches')
    .selectAll()
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('amended_before', '<>', '')
    .execute()
}

const nextRatings = preparedQuery((db: Db, after: string, before: string, most: number) =>
  db
    .selectFrom('responses')
    .select(COLUMNS as readonly (keyof RatingToTell)[])
    .where('id', '>', after)
    .where('id', '<', before)
    .orderBy('id')
    .limit(most),
)

/** Ratings whose ids lie between two, in that order, at most so many. */
export function listRatingsToTell(db: Db, after: string, before: string, most: number) {
  return nextRatings(db, after, before, most) as Promise<RatingToTell[]>
}

/** What these responses said before each of their amendments, in their order. */
export async function listAmendmentsOf(db: Db, responses: readonly string[]): Promise<AmendmentRow[]> {
  const found: AmendmentRow[] = []
  for (const ids of inBatches(responses)) {
    const rows = await db
      .selectFrom('response_amendments')
      .selectAll()
      .where('response_id', 'in', ids)
      .orderBy('revision')
      .execute()
    found.push(...rows)
  }
  return found
}

/** Puts a month's parts of these offices in the place of those they had. */
export async function replaceParts(
  tx: Tx,
  month: string,
  offices: readonly string[],
  parts: readonly ReleasedPartRow[],
): Promise<void> {
  if (offices.length === 0) return
  await tx
    .deleteFrom('released_part_counts')
    .where('month', '=', month)
    .where('office_id', 'in', offices)
    .execute()
  for (const rows of inBatches(parts)) await tx.insertInto('released_part_counts').values(rows).execute()
}

/** A month's parts of one office; none as long as its month is not made. */
export function listParts(db: Db, office: string, month: string): Promise<ReleasedPartRow[]> {
  return db
    .selectFrom('released_part_counts')
    .selectAll()
    .where('office_id', '=', office)
    .where('month', 'in', db.selectFrom('released_part_months').select('month').where('month', '=', month))
    .execute()
}

/** All parts of months that are made, a line each. */
export function keptParts(db: Db): Promise<CountLine<LevelColumns>[]> {
  return keptLines(db, 'released_part_counts', PART_KEY, LEVELS)
}

/** In the order of `keptParts`'s key. */
export const PART_KEY = ['month', 'office_id', 'trust', 'stage', 'kind', 'part'] as const

/** What is released, a line per day, office, trust class and stage, of batches known as of when they are shown. */
export async function keptReleased(db: Db): Promise<CountLine<LevelColumns>[]> {
  const rows = await db
    .selectFrom('released_level_counts as c')
    .innerJoin('release_batches as b', (join) =>
      join
        .onRef('b.office_id', '=', 'c.office_id')
        .onRef('b.trust', '=', 'c.trust')
        .onRef('b.stage', '=', 'c.stage')
        .onRef('b.day', '=', 'c.day'),
    )
    .select(['c.day', 'c.office_id', 'c.trust', 'c.stage'])
    .select(LEVELS.map((column) => `c.${column}` as const))
    .where('b.amended_before', '<>', '')
    .execute()
  return rows.map(({ day, office_id, trust, stage, ...counts }) => ({
    key: [day, office_id, trust, stage].join(' '),
    counts,
  }))
}
