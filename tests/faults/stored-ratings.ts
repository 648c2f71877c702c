import { sql } from 'kysely'
import { receiptHash, receiptOf } from '#app/invitations/secret.ts'
import { contentOfResponse, ledgerHash } from '#app/ledger/ledger-entry.ts'
import { recount } from '#app/reports/recount.server.ts'
import { openStore, type Store } from '#db/connection.ts'
import type { ResponseRow } from '#db/schema.ts'
import { SECRET } from '#tests/world/small-city.ts'
import type { SentRating } from './citizens.ts'

export interface Balance {
  acknowledged: number
  /** Acknowledged, but not there with its receipt and level. */
  lost: number
  /** There, but nobody sent it. */
  extra: number
  twice: number
  /** What else does not fit: counts, ledger, integrity, in words. */
  problems: string[]
}

/** Compares what was sent and acknowledged with what the database holds. */
export async function balance(databaseUrl: string, sent: SentRating[]): Promise<Balance> {
  const store = openStore(databaseUrl)
  try {
    const rows = await store.read.selectFrom('responses').selectAll().execute()
    const byReceipt = Map.groupBy(rows, (row) => row.receipt_hash)
    const acknowledged = sent.filter(({ receipt }) => receipt !== '')
    const isThere = ({ receipt, level }: SentRating) =>
      byReceipt.get(receiptHash(SECRET, receipt))?.[0]?.level === level
    const known = new Set(sent.map(({ submission }) => receiptHash(SECRET, receiptOf(SECRET, submission))))
    return {
      acknowledged: acknowledged.length,
      lost: acknowledged.filter((rating) => !isThere(rating)).length,
      extra: rows.filter((row) => !known.has(row.receipt_hash)).length,
      twice: [...byReceipt.values()].reduce((sum, same) => sum + same.length - 1, 0),
      problems: [
        ...(await ledgerProblems(store, rows)),
        ...(await countProblems(store)),
        ...(await damage(store)),
      ],
    }
  } finally {
    await store.close()
  }
}

async function ledgerProblems(store: Store, rows: ResponseRow[]): Promise<string[]> {
  const ledger = await store.read.selectFrom('ledger').selectAll().orderBy('sequence').execute()
  const entries = Map.groupBy(ledger, (entry) => entry.subject)
  const wrong = rows.filter((row) => {
    const [entry, ...more] = entries.get(row.id) ?? []
    return more.length > 0 || entry?.hash !== ledgerHash(entry?.salt ?? '', contentOfResponse(row))
  })
  const gaps = ledger.filter((entry, index) => entry.sequence !== index + 1)
  return [
    ...(ledger.length === rows.length ? [] : [`${ledger.length} ledger entries for ${rows.length} ratings`]),
    ...(wrong.length > 0 ? [`${wrong.length} ratings without their one ledger entry`] : []),
    ...(gaps[0] ? [`a gap in the ledger before ${gaps[0].sequence}`] : []),
  ]
}

async function countProblems(store: Store): Promise<string[]> {
  const { differences } = await recount(store.read)
  return differences.map(
    ({ table, key, column, kept, counted }) => `${table} ${key} ${column}: ${kept}, not ${counted}`,
  )
}

async function damage(store: Store): Promise<string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(store.read)
  return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok')
}
