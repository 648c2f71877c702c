import { hourOf, monthOf } from '#app/calendar/day.ts'
import { weekdayOf } from '#app/calendar/working-days.ts'
import { moveComment } from '#app/comments/keep-comment.server.ts'
import { contentOfResponse, ledgerHash, newSalt } from '#app/ledger/ledger-entry.ts'
import { moveAnswerCounts } from '#app/surveys/count-answers.server.ts'
import { addToBreakdowns, type BreakdownKey } from '#db/queries/breakdown-counts.ts'
import { appendToLedger } from '#db/queries/ledger.ts'
import { addToLevelCount } from '#db/queries/level-counts.ts'
import { insertResponse, replaceResponse } from '#db/queries/responses.ts'
import type { ResponseRow, Tx } from '#db/schema.ts'
import type { Level } from './survey-response.ts'

/** Stores a first tap with all that follows from it: its counts and its ledger entry, which says when it came. */
export async function recordResponse(tx: Tx, row: ResponseRow, cameAt = row.first_at): Promise<void> {
  await insertResponse(tx, row)
  await addToLevelCount(tx, row, row.level as Level, 1)
  await addToBreakdowns(tx, breakdownOf(row), row.level as Level, 1)
  await enterInLedger(tx, 'rating', row, cameAt)
}

/** Puts `after` in the place of `before` as its next revision; its day stays, its level moves in the counts. */
export async function recordAmendment(
  tx: Tx,
  before: ResponseRow,
  after: ResponseRow,
  now: Date,
): Promise<ResponseRow> {
  const row = { ...after, revision: before.revision + 1, amended_at: now.toISOString() }
  await replaceResponse(tx, before, row)
  if (row.level !== before.level || row.respondent !== before.respondent) {
    await addToLevelCount(tx, before, before.level as Level, -1)
    await addToLevelCount(tx, row, row.level as Level, 1)
  }
  if (row.level !== before.level) {
    await addToBreakdowns(tx, breakdownOf(before), before.level as Level, -1)
    await addToBreakdowns(tx, breakdownOf(row), row.level as Level, 1)
  }
  await moveAnswerCounts(tx, before, row)
  await moveComment(tx, before, row)
  await enterInLedger(tx, 'amendment', row, row.amended_at)
  return row
}

/** What a response is broken down by: all of it stays when the response is amended. */
export const breakdownOf = (row: ResponseRow): BreakdownKey => ({
  month: monthOf(row.day),
  office_id: row.office_id,
  procedure_id: row.procedure_id ?? '',
  channel: row.channel,
  counter_id: row.counter_id ?? '',
  weekday: weekdayOf(row.day),
  hour: hourOf(new Date(row.first_at)),
  trust: row.trust,
  stage: row.stage,
})

async function enterInLedger(
  tx: Tx,
  kind: 'rating' | 'amendment',
  row: ResponseRow,
  at: string,
): Promise<void> {
  const salt = newSalt()
  await appendToLedger(tx, {
    kind,
    subject: row.id,
    revision: row.revision,
    salt,
    hash: ledgerHash(salt, contentOfResponse(row)),
    recorded_at: at,
  })
}
