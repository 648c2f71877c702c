import type { Day } from '#app/calendar/day.ts'
import { findSurveyVersion, findSurveyVersionInUse } from '#db/queries/survey-versions.ts'
import type { Db } from '#db/schema.ts'
import { readVersion, type SurveyVersion } from './survey.ts'

/** The version a response was answered with; before its first answer the one its office asks on its day. */
export async function surveyOf(
  db: Db,
  response: { survey_version_id: string | null; office_id: string; day: Day },
): Promise<SurveyVersion | null> {
  const { survey_version_id: id, office_id, day } = response
  const row = id ? await findSurveyVersion(db, id) : await findSurveyVersionInUse(db, office_id, day)
  return row ? readVersion(row) : null
}
