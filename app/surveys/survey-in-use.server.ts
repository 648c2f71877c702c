import type { Day } from '#app/calendar/day.ts'
import { findSurveyVersion, findSurveyVersionOn } from '#db/queries/survey-versions.ts'
import type { Db } from '#db/schema.ts'
import type { SurveyVersion } from './survey.ts'

/** The version a response was answered with; before its first answer the short survey valid on its day. */
export async function surveyOf(
  db: Db,
  response: { survey_version_id: string | null; day: Day },
): Promise<SurveyVersion | null> {
  const { survey_version_id: id, day } = response
  const row = id ? await findSurveyVersion(db, id) : await findSurveyVersionOn(db, 'short', day)
  return row ? { id: row.id, ...(JSON.parse(row.content) as Omit<SurveyVersion, 'id'>) } : null
}
