import { addDays, type Day } from '#app/calendar/day.ts'
import { NotFound } from '#app/errors.ts'
import { findSurveyVersion, listVersionsOf } from '#db/queries/survey-versions.ts'
import type { Db } from '#db/schema.ts'
import { type ContentProblem, contentProblems } from './content-texts.ts'
import { isKnownSurvey, type KnownSurvey } from './known-surveys.ts'
import { readContent, type SurveyContent } from './survey.ts'
import { stateOf, type VersionState } from './version-spans.ts'

/** A version as its page shows it. */
export interface VersionView {
  id: string
  survey: KnownSurvey
  version: number
  state: VersionState
  from: Day
  to: Day
  revision: number
  content: SurveyContent
  problems: ContentProblem[]
  /** By question identity, the earlier versions that ask it too. */
  askedBefore: Record<string, number[]>
  /** The survey's draft, which may be this one; '' where there is none. */
  draft: string
  /** The first day a draft could be published from. */
  earliest: Day
}

/** @throws NotFound for a version that is not there */
export async function surveyVersionView(db: Db, id: string, today: Day): Promise<VersionView> {
  const row = await findSurveyVersion(db, id)
  if (!row || !isKnownSurvey(row.survey)) throw new NotFound()
  const versions = await listVersionsOf(db, row.survey)
  const content = readContent(row)
  const earlier = versions
    .filter(({ version }) => version < row.version)
    .map((other) => ({ version: other.version, asked: readContent(other).questions }))
  const askedBefore = Object.fromEntries(
    content.questions.map(({ identity }) => [
      identity,
      earlier.filter(({ asked }) => asked.some((q) => q.identity === identity)).map(({ version }) => version),
    ]),
  )
  const last = versions.filter(({ status }) => status === 'published').at(-1)
  const after = last && last.valid_from > today ? last.valid_from : today
  return {
    ...{ id, survey: row.survey, version: row.version, state: stateOf(row, today) },
    ...{ from: row.valid_from, to: row.valid_to, revision: row.revision, content },
    problems: row.status === 'draft' ? contentProblems(content) : [],
    askedBefore,
    draft: versions.find(({ status }) => status === 'draft')?.id ?? '',
    earliest: addDays(after, 1),
  }
}
