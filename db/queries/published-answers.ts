import { sql } from 'kysely'
import type { Db, PublishedAnswerRow, Tx } from '../schema.ts'

export function findPublishedAnswer(db: Db, caseId: string): Promise<PublishedAnswerRow | undefined> {
  return db.selectFrom('published_answers').selectAll().where('case_id', '=', caseId).executeTakeFirst()
}

/** Puts a text in the place of the one the case had. */
export async function writePublishedAnswer(tx: Tx, row: PublishedAnswerRow): Promise<void> {
  const { case_id: _case, ...said } = row
  await tx
    .insertInto('published_answers')
    .values(row)
    .onConflict((c) => c.column('case_id').doUpdateSet(said))
    .execute()
}

export async function updatePublishedAnswer(
  tx: Tx,
  caseId: string,
  change: Partial<PublishedAnswerRow>,
): Promise<void> {
  await tx.updateTable('published_answers').set(change).where('case_id', '=', caseId).execute()
}

export interface ShownAnswerRow {
  office_id: string
  office: string
  question: string
  answer: string
}

/**
 * What the public reads, the newest first, at most so many of each office. A case that was reopened or put into the
 * restricted queue since is not among them.
 */
export function listShownAnswers(db: Db, ofEach: number): Promise<ShownAnswerRow[]> {
  const numbered = db
    .selectFrom('published_answers as p')
    .innerJoin('feedback_cases as c', 'c.id', 'p.case_id')
    .innerJoin('offices as o', 'o.id', 'c.office_id')
    .select(['c.office_id', 'o.name as office', 'p.question', 'p.answer', 'p.published_at', 'p.case_id'])
    .select(
      sql<number>`row_number() over (partition by c.office_id order by p.published_at desc, p.case_id)`.as(
        'place',
      ),
    )
    .where('p.status', '=', 'published')
    .where('c.queue', '=', 'ordinary')
    .where('c.kind', '=', 'petition')
    .where('c.status', 'in', ['answered', 'closed'])
  return db
    .selectFrom(numbered.as('n'))
    .select(['office_id', 'office', 'question', 'answer'])
    .where('place', '<=', ofEach)
    .orderBy('published_at', 'desc')
    .orderBy('case_id')
    .execute()
}

/** Every text with its case and its office, those that wait first, then the newest. */
export function listPublishedAnswers(db: Db) {
  return db
    .selectFrom('published_answers as p')
    .innerJoin('feedback_cases as c', 'c.id', 'p.case_id')
    .innerJoin('offices as o', 'o.id', 'c.office_id')
    .select(['p.case_id', 'p.status', 'p.question', 'p.answer', 'p.proposed_at', 'p.published_at'])
    .select(['p.withdrawn_at', 'c.year', 'c.serial', 'c.office_id', 'o.name as office'])
    .orderBy(sql`case p.status when 'proposed' then 0 when 'published' then 1 else 2 end`)
    .orderBy('p.proposed_at', 'desc')
    .limit(1_000)
    .execute()
}
