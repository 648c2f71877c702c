import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Store } from '#db/connection.ts'
import { listCommentsReadOtherwise, saveComment } from '#db/queries/comments.ts'
import { listSurveyVersions } from '#db/queries/survey-versions.ts'
import { readVersion } from '../surveys/survey.ts'
import { commentOf } from './comment.ts'
import { moveThemeCounts, readingNow } from './keep-comment.server.ts'
import { listOf } from './theme.ts'

/** So few that a tap in between waits some milliseconds. */
const IN_A_BATCH = 64

/** Reads again each comment that was read by another mask or other themes than now; answers how many. */
export async function readComments(store: Pick<Store, 'write'>): Promise<number> {
  let after = ''
  let read = 0
  for (;;) {
    const ids = await store.write((tx) => readBatch(tx, after))
    read += ids.length
    const last = ids.at(-1)
    if (!last) return read
    after = last
    await nextTurn()
  }
}

async function readBatch(tx: Parameters<Parameters<Store['write']>[0]>[0], after: string): Promise<string[]> {
  const reading = await readingNow(tx)
  const rows = await listCommentsReadOtherwise(tx, reading.id, after, IN_A_BATCH)
  if (rows.length === 0) return []
  const versions = new Map((await listSurveyVersions(tx)).map((row) => [row.id, readVersion(row)]))
  for (const { themes, ...row } of rows) {
    const comment = commentOf(row, versions.get(row.survey_version_id ?? '') ?? null, reading)
    await saveComment(tx, comment)
    await moveThemeCounts(tx, row, listOf(themes), listOf(comment.themes))
  }
  return rows.map(({ id }) => id)
}
