import { weekdayOf } from '#app/calendar/working-days.ts'
import { recountedComments } from '#app/comments/recount-comments.server.ts'
import { recountedReleased } from '#app/responses/recount-released.server.ts'
import { answerMarks } from '#app/surveys/answer-marks.ts'
import { readVersion } from '#app/surveys/survey.ts'
import { listAnsweredAlike } from '#db/queries/answer-counts.ts'
import {
  keptHourCounts,
  keptHourDossierCounts,
  listDaysOfRows,
  recountedHourDossiers,
  recountedHours,
} from '#db/queries/hour-recounts.ts'
import { keptKioskEntries, recountedKioskEntries } from '#db/queries/kiosk-recounts.ts'
import { keptReceivedCounts, recountedReceived } from '#db/queries/received-dossiers.ts'
import {
  type CountLine,
  DOSSIER_COUNTS,
  keptAnswerCounts,
  keptDossierCounts,
  keptLevelCounts,
  LEVEL_COUNTS,
  recountedDossiers,
  recountedLevels,
} from '#db/queries/recounts.ts'
import { listSurveyVersions } from '#db/queries/survey-versions.ts'
import type { Db } from '#db/schema.ts'

/** A count that is not what the rows behind it say. */
export interface Difference {
  table: string
  /** Day or month, office, and for levels trust class, stage and respondent. */
  key: string
  column: string
  kept: number
  counted: number
}

/** Counts everything again from responses and dossiers and names each difference; there must be none. */
export async function recount(db: Db): Promise<{ lines: number; differences: Difference[] }> {
  const tables: { table: string; kept: Lines; counted: Lines }[] = []
  for (const table of LEVEL_COUNTS) {
    const [kept, counted] = [await keptLevelCounts(db, table), await recountedLevels(db, table)]
    tables.push({ table, kept, counted })
  }
  for (const table of DOSSIER_COUNTS) {
    const [kept, counted] = [await keptDossierCounts(db, table), await recountedDossiers(db, table)]
    tables.push({ table, kept, counted })
  }
  const weekdays = (await listDaysOfRows(db)).map((day) => ({ day, weekday: weekdayOf(day) }))
  tables.push(
    {
      table: 'hour_counts',
      kept: await keptHourCounts(db),
      counted: await recountedHours(db, weekdays),
    },
    {
      table: 'hour_dossier_counts',
      kept: await keptHourDossierCounts(db),
      counted: await recountedHourDossiers(db, weekdays),
    },
    {
      table: 'received_dossier_counts',
      kept: await keptReceivedCounts(db),
      counted: await recountedReceived(db),
    },
    {
      table: 'monthly_answer_counts',
      kept: await keptAnswerCounts(db),
      counted: await recountedAnswers(db),
    },
    { table: 'kiosk_entries', kept: await keptKioskEntries(db), counted: await recountedKioskEntries(db) },
    ...(await recountedComments(db)),
    ...(await recountedReleased(db)),
  )
  return {
    lines: tables.reduce((sum, { counted }) => sum + counted.length, 0),
    differences: tables.flatMap(({ table, kept, counted }) => differencesIn(table, kept, counted)),
  }
}

/** Answers counted again from the responses, by the identity each version gives its questions. */
async function recountedAnswers(db: Db): Promise<CountLine<{ n: number }>[]> {
  const versions = new Map((await listSurveyVersions(db)).map((row) => [row.id, readVersion(row)]))
  const counted = new Map<string, number>()
  for (const { month, office_id, stage, trust, survey_version_id, answers, n } of await listAnsweredAlike(
    db,
  )) {
    const questions = versions.get(survey_version_id)?.questions ?? []
    for (const { identity, option } of answerMarks({ questions }, JSON.parse(answers))) {
      const key = [month, office_id, stage, trust, identity, option].join(' ')
      counted.set(key, (counted.get(key) ?? 0) + n)
    }
  }
  return [...counted].map(([key, n]) => ({ key, counts: { n } }))
}

type Lines = CountLine<object>[]

function differencesIn(table: string, kept: Lines, counted: Lines): Difference[] {
  const byKey = (lines: Lines) =>
    new Map(lines.map(({ key, counts }) => [key, counts as Record<string, number>]))
  const left = byKey(kept)
  const right = byKey(counted)
  return [...new Set([...left.keys(), ...right.keys()])].sort().flatMap((key) => {
    const columns = Object.keys(left.get(key) ?? right.get(key) ?? {})
    return columns
      .map((column) => ({
        table,
        key,
        column,
        kept: left.get(key)?.[column] ?? 0,
        counted: right.get(key)?.[column] ?? 0,
      }))
      .filter((line) => line.kept !== line.counted)
  })
}
