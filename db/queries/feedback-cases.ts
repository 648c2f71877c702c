import { type RawBuilder, sql } from 'kysely'
import type { CaseStatus, Db, FeedbackCaseRow, Tx } from '../schema.ts'

export async function insertCase(tx: Tx, row: FeedbackCaseRow): Promise<void> {
  await tx.insertInto('feedback_cases').values(row).execute()
}

/** The number the next case of a year gets. */
export async function nextCaseSerial(tx: Tx, year: number): Promise<number> {
  const { last } = await tx
    .selectFrom('feedback_cases')
    .select((e) => e.fn.max<number | null>('serial').as('last'))
    .where('year', '=', year)
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}

export function findCase(db: Db, id: string): Promise<FeedbackCaseRow | undefined> {
  return db.selectFrom('feedback_cases').selectAll().where('id', '=', id).executeTakeFirst()
}

export function findCaseByCode(db: Db, codeHash: string): Promise<FeedbackCaseRow | undefined> {
  return db.selectFrom('feedback_cases').selectAll().where('code_hash', '=', codeHash).executeTakeFirst()
}

export async function updateCase(
  tx: Tx,
  id: string,
  change: Partial<Omit<FeedbackCaseRow, 'id' | 'code_hash' | 'year' | 'serial' | 'text'>>,
): Promise<void> {
  await tx.updateTable('feedback_cases').set(change).where('id', '=', id).execute()
}

const WAITING: CaseStatus[] = ['quarantined', 'received', 'classified', 'assigned']

/** Cases whose next deadline lies before a day (or on it): classification where nobody has done it, else the answer. */
export function listCasesDueBy(db: Db, day: string): Promise<FeedbackCaseRow[]> {
  return db
    .selectFrom('feedback_cases')
    .selectAll()
    .where('status', 'in', WAITING)
    .where((e) =>
      e.or([
        e('answer_by', '<=', day),
        e.and([e('classify_by', '<=', day), e('status', 'in', ['quarantined', 'received'])]),
      ]),
    )
    .orderBy('received_at')
    .orderBy('id')
    .execute()
}

/** Answered cases whose answer was sent before an instant. */
export function listCasesAnsweredBefore(db: Db, instant: string): Promise<FeedbackCaseRow[]> {
  return db
    .selectFrom('feedback_cases')
    .selectAll()
    .where('status', '=', 'answered')
    .where('answered_at', '<', instant)
    .orderBy('answered_at')
    .execute()
}

/** What a city's complaints are judged by, of petitions received from one day to another, both included. */
export async function countPetitions(
  db: Db,
  {
    from,
    to,
    today,
    offices,
  }: { from: string; to: string; today: string; offices: readonly string[] | null },
) {
  const sum = (condition: RawBuilder<unknown>) => sql<number>`sum(case when ${condition} then 1 else 0 end)`
  let query = db
    .selectFrom('feedback_cases')
    .select((e) => [
      e.fn.countAll<number>().as('received'),
      sum(sql`first_answer = 'on_time' or (first_answer = '' and answer_by >= ${today})`).as('on_time'),
      sum(sql`handled_well = 'no' or reopened_at <> '' or first_answer = 'late'
        or (first_answer = '' and answer_by < ${today})`).as('unsatisfied'),
    ])
    .where('kind', '=', 'petition')
    .where('status', 'not in', ['quarantined', 'set_aside'])
    .where('received_day', '>=', from)
    .where('received_day', '<=', to)
  if (offices) query = query.where('office_id', 'in', [...offices, ''])
  const row = await query.executeTakeFirstOrThrow()
  return {
    received: Number(row.received),
    onTime: Number(row.on_time ?? 0),
    unsatisfied: Number(row.unsatisfied ?? 0),
  }
}

/** The same change of several cases. */
export async function updateCases(
  tx: Tx,
  ids: readonly string[],
  change: Parameters<typeof updateCase>[2],
): Promise<void> {
  if (ids.length > 0) await tx.updateTable('feedback_cases').set(change).where('id', 'in', ids).execute()
}
