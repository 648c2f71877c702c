import { readFileSync } from 'node:fs'
import { FIRST_DAY, LAST_DAY } from '#app/calendar/day.ts'
import { folded } from '#app/offices/folded.ts'
import { insertCounter, insertStandingCode } from '#db/queries/counters.ts'
import { insertOffices } from '#db/queries/offices.ts'
import type { OfficeKind, OfficeRow, Tx } from '#db/schema.ts'

type Line = Record<string, string>

function table(name: string): Line[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8')
  const [head = '', ...lines] = text.replace(/\n+$/, '').split('\n')
  const columns = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))
  })
}

/** One successor of 1 July 2025 with its predecessors; `outside` are names of other cities' communes. */
export interface Merger2025 {
  name: string
  gsoCode: string
  day: string
  predecessors: string[]
  outside: string[]
}

/** The merger of 1 July 2025: four wards out of eight wards and communes, and of some from outside the city. */
export function mergersOf2025(): Merger2025[] {
  const byName = Map.groupBy(table('lineage-2025.tsv'), (line) => line.successor ?? '')
  return [...byName].map(([name, lines]) => {
    const outside = lines.filter(({ predecessor }) => predecessor === '(outside the city)')
    return {
      name,
      gsoCode: lines[0]?.successor_gso_code ?? '',
      day: lines[0]?.from ?? '',
      predecessors: lines.filter((line) => !outside.includes(line)).map((line) => line.predecessor ?? ''),
      outside: outside.map(({ note = '' }) => note),
    }
  })
}

/** The city's offices of 2023 as they stood before the merger, nobody knowing of an end. */
export const officesOf2023: OfficeRow[] = table('offices-2023.tsv').map((line, position) => {
  const { id = '', name = '', kind = '', parent = '', gso_code = '' } = line
  return {
    id,
    name,
    name_folded: folded(name),
    kind: kind as OfficeKind,
    parent_id: parent || null,
    path: parent ? `/${parent}/${id}/` : `/${id}/`,
    position,
    gso_code,
    outside_authority: 0,
    valid_from: FIRST_DAY,
    valid_to: LAST_DAY,
  }
})

/** Standing codes on the walls before the merger. */
export const PLACARDS = { vinhTrai: 'K7Q29FHX', chiLang: 'B4WTN6X7', oneStop: '9ZC3MREQ' } as const

/** Lạng Sơn before the merger, with a counter and a placard at three of its offices. */
export async function settleLangSon(tx: Tx): Promise<void> {
  await insertOffices(tx, officesOf2023)
  const placards = [
    ['p-vinh-trai', PLACARDS.vinhTrai],
    ['p-chi-lang', PLACARDS.chiLang],
    ['bpmc-tp', PLACARDS.oneStop],
  ] as const
  for (const [at, [office, code]] of placards.entries()) {
    const counter = `${office}-1`
    await insertCounter(tx, {
      ...{ id: counter, office_id: office, name: 'Quầy số 1', position: 1 },
      ...{ valid_from: FIRST_DAY, valid_to: LAST_DAY },
    })
    await insertStandingCode(tx, {
      ...{ id: `placard-${at + 1}`, kind: 'standing', lookup: code, office_id: office, counter_id: counter },
      ...{ dossier_id: null, stage: 'unstated', trust: 'open', issue_number: 1, key_number: 1 },
      ...{ placard_number: at + 1, valid_from: '0001-01-01T00:00:00.000Z' },
      ...{ valid_to: '9999-12-31T23:59:59.999Z', status: 'open' },
    })
  }
}
