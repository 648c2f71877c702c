import type { Db } from '../schema.ts'

export function findSurveyVersionOn(db: Db, survey: string, day: string) {
  return db
    .selectFrom('survey_versions')
    .select(['id', 'content'])
    .where('survey', '=', survey)
    .where('valid_from', '<=', day)
    .where('valid_to', '>=', day)
    .orderBy('version', 'desc')
    .executeTakeFirst()
}

export function findSurveyVersion(db: Db, id: string) {
  return db.selectFrom('survey_versions').select(['id', 'content']).where('id', '=', id).executeTakeFirst()
}
