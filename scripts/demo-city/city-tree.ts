import { readFileSync } from 'node:fs'
import { FIRST_DAY, LAST_DAY } from '#app/calendar/day.ts'
import { folded } from '#app/offices/folded.ts'
import type { CounterRow, OfficeKind, OfficeRow, ProcedureRow } from '#db/schema.ts'
import { fieldsOf, type ProcedureWork, procedureWork } from './procedure-work.ts'
import type { Random } from './random.ts'
import { moreWards, type OfficePlan, officePlans } from './stories.ts'

export interface CityProcedure extends ProcedureWork {
  id: string
}

/** An office with all that the year is made from. */
export interface CityOffice {
  row: OfficeRow
  /** Its place in the file: the agency's number in its dossier codes. */
  number: number
  plan: OfficePlan
  counters: CounterRow[]
  procedures: CityProcedure[]
  /** The one that can be done the same day, for what must be done before the year ends. */
  quickest: CityProcedure | undefined
}

export interface City {
  offices: CityOffice[]
  fields: { id: string; name: string; name_folded: string }[]
  procedures: ProcedureRow[]
}

const OPEN_ENDED = { valid_from: FIRST_DAY, valid_to: LAST_DAY }
const NO_WORK: OfficePlan = { dossiers: 0, verified: 0, open: 0, satisfied: 1, onTime: 1 }

/** The smallest city there is: the offices of the file. */
export const FEWEST_OFFICES = readTable('offices-2023.tsv').length

/** The city's offices, its counters and what they do; beyond those of the file, wards made up. */
export function cityOf(officeCount: number, random: Random): City {
  const { fields, procedures } = catalogue()
  const offices = officesOf(officeCount).map((row, at): CityOffice => {
    const own = procedures.filter((p) => fieldsOf(row).some((name) => fieldId(name) === p.field_id))
    const work = own.map((p) => ({ id: p.id, ...workOf(p.code) }))
    const [quickest] = work.toSorted((a, b) => a.days - b.days)
    const plan = officePlans[row.id] ?? (at < FEWEST_OFFICES ? NO_WORK : madeUpPlan(random))
    return { row, number: at + 1, plan, counters: countersOf(row, random), procedures: work, quickest }
  })
  return { offices, fields, procedures }
}

function readTable(name: string): Record<string, string>[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8')
  const [head = '', ...lines] = text.trimEnd().split(/\r?\n/)
  const columns = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))
  })
}

function officesOf(count: number): OfficeRow[] {
  const written = readTable('offices-2023.tsv')
  const root = written[0]?.id ?? ''
  const madeUp = Array.from({ length: count - written.length }, (_, at) => {
    const number = written.length + at + 1
    return {
      id: `p-${String(number).padStart(4, '0')}`,
      name: `Phường ${number}`,
      kind: 'ward',
      parent: root,
    }
  })
  return [...written, ...madeUp].map((office: Record<string, string>, position) => {
    const { id = '', name = '', parent = '', gso_code = '' } = office
    return {
      id,
      name,
      name_folded: folded(name),
      kind: office.kind as OfficeKind,
      parent_id: parent || null,
      path: parent ? `/${parent}/${id}/` : `/${id}/`,
      position,
      gso_code,
      outside_authority: 0,
      ...OPEN_ENDED,
    }
  })
}

function catalogue(): Pick<City, 'fields' | 'procedures'> {
  const rows = readTable('procedures.tsv')
  const names = [...new Set(rows.map(({ field = '' }) => field))]
  const fields = names.map((name) => ({ id: fieldId(name), name, name_folded: folded(name) }))
  const procedures = rows.map(({ code = '', name = '', field = '' }) => ({
    id: code,
    code,
    name,
    name_folded: folded(name),
    field_id: fieldId(field),
    ...OPEN_ENDED,
  }))
  return { fields, procedures }
}

const fieldId = (name: string) => folded(name).replaceAll(' ', '-')

function workOf(code: string): ProcedureWork {
  const work = procedureWork[code]
  if (!work) throw new Error(`procedure-work.ts says nothing of ${code}`)
  return work
}

function countersOf({ id, kind }: OfficeRow, random: Random): CounterRow[] {
  const count = { city: 0, one_stop: 4, department: 1, ward: random.between(2, 4), commune: 2 }[kind]
  return Array.from({ length: count }, (_, at) => ({
    id: `${id}-q${at + 1}`,
    office_id: id,
    name: `Quầy ${at + 1}`,
    position: at + 1,
    ...OPEN_ENDED,
  }))
}

function madeUpPlan(random: Random): OfficePlan {
  const between = ([low, high]: readonly [number, number]) => low + random.share() * (high - low)
  const size = between(moreWards.dossiers)
  return {
    dossiers: size,
    verified: size,
    open: size,
    satisfied: between(moreWards.satisfied),
    onTime: between(moreWards.onTime),
  }
}
