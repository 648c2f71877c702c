import { type LedgerLine, streamLedger } from '#db/queries/ledger-check.ts'
import { streamPeriodRecords } from '#db/queries/period-closes.ts'
import type { Db, ResponseRow } from '#db/schema.ts'
import { contentOfResponse, ledgerHash } from '../ledger/ledger-entry.ts'
import { recordHash } from './period-record.ts'

/** Something that is not what it was when it was written. */
export interface Tampering {
  what: 'ledger' | 'period_record'
  /** A ledger number, or the id of a record. */
  id: string
  why: 'gap' | 'hash' | 'missing'
}

export interface Verified {
  entries: number
  records: number
  wrong: Tampering[]
}

/**
 * Checks everything that must never change: each ledger entry against the rating it commits to (SHA-256 over salt and
 * content, numbers without gaps), each frozen period against its SHA-256. Streams; memory stays flat.
 */
export async function verify(db: Db): Promise<Verified> {
  const wrong: Tampering[] = []
  const entries = await checkLedger(db, wrong)
  let records = 0
  for await (const { id, content, sha256 } of streamPeriodRecords(db)) {
    records += 1
    if (recordHash(content) !== sha256) wrong.push({ what: 'period_record', id, why: 'hash' })
  }
  return { entries, records, wrong }
}

async function checkLedger(db: Db, wrong: Tampering[]): Promise<number> {
  let last = 0
  for await (const line of streamLedger(db)) {
    const sequence = Number(line.sequence)
    if (sequence !== last + 1) wrong.push({ what: 'ledger', id: String(last + 1), why: 'gap' })
    last = sequence
    const content = contentOf(line)
    if (!content) wrong.push({ what: 'ledger', id: String(sequence), why: 'missing' })
    else if (ledgerHash(line.salt, content) !== line.hash)
      wrong.push({ what: 'ledger', id: String(sequence), why: 'hash' })
  }
  return last
}

/** What the entry's rating said at the entry's revision: as it stands, or as an amendment replaced it. */
function contentOf(line: LedgerLine) {
  if (line.id === null) return null
  const now = { ...line, answers: line.answers ?? '{}' } as unknown as ResponseRow
  if (line.ledger_revision === line.revision) return contentOfResponse(now)
  if (line.was_level === null) return null
  const { was_level: level, was_respondent: respondent, was_lang: lang, was_answers: answers } = line
  const then = { level, respondent, lang, answers, comment: line.was_comment }
  const version = { survey_version_id: line.was_survey, revision: line.ledger_revision }
  return contentOfResponse({ ...now, ...then, ...version } as ResponseRow)
}
