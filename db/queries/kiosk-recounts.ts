import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import type { CountLine } from './recounts.ts'

type Entries = CountLine<{ entries: number }>[]

const asLines = (rows: { key: string; entries: number }[]): Entries =>
  rows.map(({ key, entries }) => ({ key, counts: { entries: Number(entries) } }))

/** How many entries of each tablet say that they are stored, ratings and reasons apart. */
export async function keptKioskEntries(db: Db): Promise<Entries> {
  const { rows } = await sql<{ key: string; entries: number }>`
    select device_id || ' ' || kind as key, count(*) as entries
    from kiosk_entries where status = 'stored' group by device_id, kind
  `.execute(db)
  return asLines(rows)
}

/** Responses of trust class kiosk that ratings have made, each once; and reasons whose rating has a response. */
export async function recountedKioskEntries(db: Db): Promise<Entries> {
  const { rows } = await sql<{ key: string; entries: number }>`
    select e.device_id || ' rating' as key, count(distinct r.id) as entries
    from kiosk_entries e join responses r on r.id = e.response_id and r.trust = 'kiosk'
    where e.status = 'stored' and e.kind = 'rating' group by e.device_id
    union all
    select e.device_id || ' reasons' as key, count(*) as entries
    from kiosk_entries e
    where e.status = 'stored' and e.kind = 'reasons' and exists (
      select 1 from kiosk_entries m where m.response_id = e.response_id and m.kind = 'rating'
    ) group by e.device_id
  `.execute(db)
  return asLines(rows)
}
