import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { receiptHash, receiptOf } from '#app/invitations/secret.ts'
import { SECRET } from '#tests/world/small-city.ts'
import type { Plan } from './rating-plan.ts'

export interface Verdict {
  /** Acknowledged sayings that are not there. */
  lost: number
  /** What is broken besides: integrity, counts, ledger, rows nobody sent. */
  corrupt: string[]
}

interface StoredRow {
  receipt_hash: string
  revision: number
  level: number
  comment: string
}

/** A city's database as some power cut left it, opened as the next start would. */
export class Survivor {
  readonly #dir: string
  readonly #plan: Plan
  readonly #submissions: Map<string, string>

  constructor(dir: string, plan: Plan) {
    this.#dir = dir
    this.#plan = plan
    const submissions = [...plan.revisions.keys()]
    this.#submissions = new Map(
      submissions.map((submission) => [receiptHash(SECRET, receiptOf(SECRET, submission)), submission]),
    )
  }

  /** Writes the files, opens the database and compares it with what was acknowledged (last revision a submission). */
  judge(files: Map<string, Buffer>, database: string, acknowledged: Map<string, number>): Verdict {
    rmSync(this.#dir, { recursive: true, force: true })
    mkdirSync(this.#dir)
    for (const [name, content] of files) writeFileSync(join(this.#dir, name), content)
    let db: Sqlite.Database | undefined
    try {
      db = new Sqlite(join(this.#dir, database))
      const rows = db
        .prepare<[], StoredRow>('select receipt_hash, revision, level, comment from responses')
        .all()
      return { lost: this.#lost(rows, acknowledged), corrupt: [...broken(db), ...this.#foreign(rows)] }
    } catch (cause) {
      return { lost: acknowledged.size, corrupt: [(cause as Error).message] }
    } finally {
      db?.close()
    }
  }

  #lost(rows: StoredRow[], acknowledged: Map<string, number>): number {
    const stored = new Map(rows.map((row) => [this.#submissions.get(row.receipt_hash), row.revision]))
    return [...acknowledged].filter(([submission, revision]) => (stored.get(submission) ?? -1) < revision)
      .length
  }

  /** Rows that say what nobody said. */
  #foreign(rows: StoredRow[]): string[] {
    return rows.flatMap(({ receipt_hash, revision, level, comment }) => {
      const said = this.#plan.revisions.get(this.#submissions.get(receipt_hash) ?? '')?.[revision]
      return said?.level === level && said.comment === comment
        ? []
        : [`a row that nobody sent: level ${level}`]
    })
  }
}

/** What the file says about itself: whole, every count equal to its rows, one ledger entry a revision without gaps. */
function broken(db: Sqlite.Database): string[] {
  const integrity = db.prepare<[], string>('pragma integrity_check').pluck().all()
  const orphans = db.prepare('pragma foreign_key_check').all()
  const wrong = db.prepare<[], number>(MISCOUNTS).pluck().get() ?? 0
  const ledger = db
    .prepare<[], { entries: number; last: number; missing: number; revisions: number }>(LEDGER)
    .get() ?? { entries: 0, last: -1, missing: 1, revisions: -1 }
  const gaps = ledger.entries !== ledger.last || ledger.entries !== ledger.revisions || ledger.missing > 0
  return [
    ...integrity.filter((line) => line !== 'ok'),
    ...(orphans.length > 0 ? [`${orphans.length} rows refer to nothing`] : []),
    ...(wrong > 0 ? [`${wrong} counts differ from their rows`] : []),
    ...(gaps ? [`the ledger does not fit the responses: ${JSON.stringify(ledger)}`] : []),
  ]
}

const kept = (table: string) =>
  [1, 2, 3, 4, 5].map((level) => `select office_id, ${level} as level, level_${level} as n from ${table}`)
const summed = (table: string) =>
  `select office_id, level, sum(n) as n from (${kept(table).join(' union all ')}) group by 1, 2 having sum(n) > 0`
const COUNTED = 'select office_id, level, count(*) as n from responses group by 1, 2'

const MISCOUNTS = ['level_counts', 'monthly_level_counts']
  .map(
    (table) =>
      `(select count(*) from (select * from (${summed(table)}) except select * from (${COUNTED}))) +
       (select count(*) from (select * from (${COUNTED}) except select * from (${summed(table)})))`,
  )
  .join(' + ')
  .replace(/^/, 'select ')

const LEDGER = `select
  (select count(*) from ledger) as entries,
  (select coalesce(max(sequence), 0) from ledger) as last,
  (select coalesce(sum(revision + 1), 0) from responses) as revisions,
  (select count(*) from responses r
    where not exists (select 1 from ledger l where l.subject = r.id and l.revision = r.revision)) as missing`
