import type { Day } from '#app/calendar/day.ts'
import { treeOf } from '#app/offices/office-list.ts'
import { listOffices } from '#db/queries/offices.ts'
import { listSurveyUses, listSurveyVersions } from '#db/queries/survey-versions.ts'
import type { Db, SurveyVersionRow } from '#db/schema.ts'
import { isKnownSurvey, type KnownSurvey, SURVEYS } from './known-surveys.ts'
import { readContent } from './survey.ts'
import { stateOf, type VersionState } from './version-spans.ts'

export interface ListedVersion {
  id: string
  version: number
  state: VersionState
  from: Day
  to: Day
  questions: number
}

export interface ListedSurvey {
  survey: KnownSurvey
  /** The newest first. */
  versions: ListedVersion[]
}

export interface ListedUse {
  /** null: all offices that say nothing else. */
  office: string | null
  survey: KnownSurvey
  from: Day
  to: Day
}

export interface SurveyList {
  surveys: ListedSurvey[]
  uses: ListedUse[]
  offices: { id: string; name: string }[]
}

/** Every version of every survey, and which office asks which, now and later. */
export async function surveyList(db: Db, today: Day): Promise<SurveyList> {
  const [versions, uses, offices] = [
    await listSurveyVersions(db),
    await listSurveyUses(db),
    await listOffices(db),
  ]
  const nameOf = new Map(offices.map(({ id, name }) => [id, name]))
  return {
    surveys: SURVEYS.map((survey) => ({
      survey,
      versions: versions
        .filter((row) => row.survey === survey)
        .reverse()
        .map((row) => listed(row, today)),
    })),
    uses: uses.flatMap(({ office_id, survey, valid_from: from, valid_to: to }) =>
      to >= today && isKnownSurvey(survey)
        ? [{ office: nameOf.get(office_id) ?? null, survey, from, to }]
        : [],
    ),
    offices: treeOf(offices.filter(({ valid_to }) => valid_to >= today)).map(({ id, name }) => ({
      id,
      name,
    })),
  }
}

function listed(row: SurveyVersionRow, today: Day): ListedVersion {
  return {
    id: row.id,
    version: row.version,
    state: stateOf(row, today),
    from: row.valid_from,
    to: row.valid_to,
    questions: readContent(row).questions.length,
  }
}
