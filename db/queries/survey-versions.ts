import { type ExpressionBuilder, sql } from 'kysely'
import type { Db, Schema, SurveyUseRow, SurveyVersionRow, Tx } from '../schema.ts'

/** Asked where nothing else was chosen, or where what was chosen has no version on the day. */
const DEFAULT_SURVEY = 'short'

/** The survey an office asks on a day: its own choice, else that for all offices (''). */
const chosenSurvey = (e: ExpressionBuilder<Schema, 'survey_versions'>, office: string, day: string) =>
  e
    .selectFrom('survey_uses as u')
    .select('u.survey')
    .where('u.office_id', 'in', [office, ''])
    .where('u.valid_from', '<=', day)
    .where('u.valid_to', '>=', day)
    .orderBy('u.office_id', 'desc')
    .limit(1)

/** The version an office asks on a day, in one statement. */
export function findSurveyVersionInUse(db: Db, office: string, day: string) {
  return db
    .selectFrom('survey_versions')
    .select(['id', 'survey', 'content'])
    .where('status', '=', 'published')
    .where('valid_from', '<=', day)
    .where('valid_to', '>=', day)
    .where((e) => e.or([e('survey', '=', DEFAULT_SURVEY), e('survey', '=', chosenSurvey(e, office, day))]))
    .orderBy(sql`case when survey = ${DEFAULT_SURVEY} then 1 else 0 end`)
    .orderBy('version', 'desc')
    .executeTakeFirst()
}

export function findSurveyVersion(db: Db, id: string): Promise<SurveyVersionRow | undefined> {
  return db.selectFrom('survey_versions').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Every version of every survey, drafts included, oldest first. */
export function listSurveyVersions(db: Db): Promise<SurveyVersionRow[]> {
  return db.selectFrom('survey_versions').selectAll().orderBy('survey').orderBy('version').execute()
}

export function listVersionsOf(db: Db, survey: string): Promise<SurveyVersionRow[]> {
  return db
    .selectFrom('survey_versions')
    .selectAll()
    .where('survey', '=', survey)
    .orderBy('version')
    .execute()
}

export async function insertSurveyVersion(tx: Tx, row: SurveyVersionRow): Promise<void> {
  await tx.insertInto('survey_versions').values(row).execute()
}

/** A published version's content is out of reach of this statement. */
export async function updateDraft(tx: Tx, id: string, content: string, revision: number): Promise<void> {
  await tx
    .updateTable('survey_versions')
    .set({ content, revision })
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .execute()
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('survey_versions').where('id', '=', id).where('status', '=', 'draft').execute()
}

export async function updateVersionSpan(
  tx: Tx,
  id: string,
  span: Pick<SurveyVersionRow, 'status' | 'valid_from' | 'valid_to'>,
): Promise<void> {
  await tx.updateTable('survey_versions').set(span).where('id', '=', id).execute()
}

export function listSurveyUses(db: Db): Promise<SurveyUseRow[]> {
  return db.selectFrom('survey_uses').selectAll().orderBy('office_id').orderBy('valid_from').execute()
}

export function listUsesOfOffice(db: Db, office: string): Promise<SurveyUseRow[]> {
  return db
    .selectFrom('survey_uses')
    .selectAll()
    .where('office_id', '=', office)
    .orderBy('valid_from')
    .execute()
}

/** Puts an office's uses in the place of those it had. */
export async function replaceUses(tx: Tx, office: string, rows: SurveyUseRow[]): Promise<void> {
  await tx.deleteFrom('survey_uses').where('office_id', '=', office).execute()
  if (rows.length > 0) await tx.insertInto('survey_uses').values(rows).execute()
}
