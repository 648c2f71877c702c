import { keptThemeCounts, listCommentedResponses } from '#db/queries/comment-recounts.ts'
import type { CountLine } from '#db/queries/recounts.ts'
import { listSurveyVersions } from '#db/queries/survey-versions.ts'
import type { CommentRow, Db } from '#db/schema.ts'
import { monthOf } from '../calendar/day.ts'
import { readVersion } from '../surveys/survey.ts'
import { commentOf } from './comment.ts'
import { readingNow } from './keep-comment.server.ts'
import { listOf } from './theme.ts'

const IN_A_BATCH = 1_000
const COLUMNS = [
  ...(['office_id', 'half_day', 'mark', 'level', 'stage', 'reasons', 'themes', 'folded', 'reading'] as const),
]

type Lines = CountLine<{ n: number }>[]
type Found = Awaited<ReturnType<typeof listCommentedResponses>>[number]

/** Comments read again from the responses, and their counts; a row that says something else stands under its response. */
export async function recountedComments(db: Db): Promise<{ table: string; kept: Lines; counted: Lines }[]> {
  const reading = await readingNow(db)
  const versions = new Map((await listSurveyVersions(db)).map((row) => [row.id, readVersion(row)]))
  const [kept, counted, themes]: [Lines, Lines, Map<string, number>] = [[], [], new Map()]
  for await (const row of commented(db)) {
    const survey = versions.get(row.survey_version_id ?? '') ?? null
    const now = row.comment === '' ? null : commentOf(row, survey, reading)
    const line = (n: number) => ({ key: row.id, counts: { n } })
    counted.push(line(now ? 1 : 0))
    kept.push(line(isAsKept(row, now) ? (now ? 1 : 0) : now ? 0 : 1))
    for (const theme of now ? ['', ...listOf(now.themes)] : []) {
      const key = `${monthOf(row.day)} ${row.office_id} ${theme}`
      themes.set(key, (themes.get(key) ?? 0) + 1)
    }
  }
  const themeLines = [...themes].map(([key, n]) => ({ key, counts: { n } }))
  return [
    { table: 'comments', kept, counted },
    { table: 'monthly_theme_counts', kept: await keptThemeCounts(db), counted: themeLines },
  ]
}

const isAsKept = (row: Found, now: CommentRow | null): boolean =>
  now ? COLUMNS.every((column) => row[`kept_${column}`] === now[column]) : row.kept_response_id === null

async function* commented(db: Db): AsyncGenerator<Found> {
  let after = ''
  for (;;) {
    const batch: Found[] = await listCommentedResponses(db, after, IN_A_BATCH)
    yield* batch
    const last = batch.at(-1)
    if (!last) return
    after = last.id
  }
}
