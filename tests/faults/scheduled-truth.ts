import type { EntryResult } from '#app/kiosk/kiosk-api.ts'
import type { KioskEntry } from '#app/kiosk/kiosk-entry.ts'
import { recount } from '#app/reports/recount.server.ts'
import type { MortalCity } from './mortal-city.ts'

/** What a tablet has thanked for, and what it was answered. */
interface Claims {
  said: readonly KioskEntry[]
  results: ReadonlyMap<string, readonly EntryResult[]>
}

/** Compares a tablet's entries with the rows the database has of it: each once, in order, with its level and ticks. */
export async function storedOf({ city }: MortalCity, device: string, claims: Claims): Promise<string[]> {
  const rows = await city.store.read
    .selectFrom('kiosk_entries as e')
    .leftJoin('responses as r', 'r.id', 'e.response_id')
    .select(['e.number', 'e.hash', 'e.kind', 'e.status', 'r.level', 'r.answers', 'r.id as response'])
    .where('e.device_id', '=', device)
    .orderBy('e.number')
    .orderBy('e.id')
    .execute()
  const { said } = claims
  const findings: string[] = []
  if (rows.length !== said.length) findings.push(`${rows.length} entries stored of ${said.length}`)
  for (const [at, entry] of said.entries()) {
    const row = rows[at]
    const fits =
      row?.hash === entry.hash &&
      row.number === entry.number &&
      row.number === at + 1 &&
      row.status === 'stored' &&
      (entry.kind === 'rating' ? row.level === entry.level : ticksOf(row.answers) === entry.reasons.join())
    if (!fits) findings.push(`number ${entry.number} is stored as ${JSON.stringify(row)}`)
  }
  const taps = new Set(rows.filter(({ kind }) => kind === 'rating').map(({ response }) => response))
  const ratings = said.filter(({ kind }) => kind === 'rating').length
  if (taps.size !== ratings) findings.push(`${taps.size} responses for ${ratings} ratings`)
  return [...findings, ...said.flatMap((entry) => receipts(entry, claims.results.get(entry.id) ?? []))]
}

const ticksOf = (answers: string | null) => Object.values(JSON.parse(answers ?? '{}') as object).join()

/** First `stored`, then `already_stored` for ever, with one receipt; an answer lost on the way may have been first. */
function receipts({ id, kind, hash }: KioskEntry, results: readonly EntryResult[]): string[] {
  if (results.length === 0) return [`${id} was never answered`]
  const given = new Set(results.map(({ receipt }) => receipt))
  const isRight = results.every((one) => one.hash === hash && /^(already_)?stored$/.test(one.status))
  const first = results.filter(({ status }) => status === 'stored').length
  const receipt = kind === 'rating' ? given.size === 1 && !given.has(undefined) : true
  return isRight && receipt && first <= 1 ? [] : [`${id} was answered ${JSON.stringify(results)}`]
}

/** The same of all tablets together: as many responses as taps, each tallied once, nothing amiss in any count. */
export async function wholeCity(
  { city }: MortalCity,
  { ratings, entries }: { ratings: number; entries: number },
) {
  const { store } = city
  const all = await store.read.selectFrom('responses').select('id').execute()
  const came = await store.read.selectFrom('kiosk_entries').select('id').execute()
  const gaps = await store.read.selectFrom('kiosk_gaps').select('id').where('closed_at', '=', '').execute()
  const findings = (await recount(store.read)).differences.map((one) => `recount: ${JSON.stringify(one)}`)
  if (all.length !== ratings) findings.push(`${all.length} responses for ${ratings} ratings`)
  if (came.length !== entries) findings.push(`${came.length} entries stored of ${entries}`)
  if (gaps.length > 0) findings.push(`${gaps.length} gaps`)
  return findings
}
