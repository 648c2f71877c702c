import { type Day, FIRST_DAY, LAST_DAY } from '#app/calendar/day.ts'
import type { ProcedureWithField } from '#db/queries/procedures.ts'
import type { Problem } from './outcome.ts'
import type { NewProcedure } from './procedure-form.ts'

/** The columns of a file of procedures, in any order. */
export const PROCEDURE_COLUMNS = ['code', 'name', 'field', 'valid_from', 'valid_to'] as const

/** What is wrong with a line of a file, or with the file itself. */
export type LineProblemKind = Problem | 'not_utf8' | 'quotes' | 'columns' | 'cells' | 'empty_file' | 'overlap'

export interface LineProblem {
  line: number
  problem: LineProblemKind
  /** The column, or the line it clashes with. */
  detail: string
}

/** A procedure's code with a name and a field from a day to a day. */
export interface ProcedureSpan {
  code: string
  name: string
  field: string
  from: Day
  to: Day
}

export const spanOf = ({ code, name, field, valid_from, valid_to }: NewProcedure): ProcedureSpan => ({
  ...{ code, name, field },
  from: valid_from || FIRST_DAY,
  to: valid_to || LAST_DAY,
})

export const storedSpan = (row: ProcedureWithField): ProcedureSpan => ({
  ...{ code: row.code, name: row.name, field: row.field_name },
  from: row.valid_from,
  to: row.valid_to,
})

export const isSameSpan = (a: ProcedureSpan, b: ProcedureSpan): boolean =>
  a.code === b.code && a.name === b.name && a.field === b.field && a.from === b.from && a.to === b.to

/** A code means one procedure on any day. */
export const overlaps = (a: ProcedureSpan, b: ProcedureSpan): boolean =>
  a.code === b.code && a.from <= b.to && b.from <= a.to

export interface ListedProcedure {
  id: string
  code: string
  name: string
  field: string
  validFrom: Day
  validTo: Day
}

/** The procedures found, of which only the first are shown. */
export interface ProcedureList {
  search: string
  total: number
  procedures: ListedProcedure[]
  /** The names of all fields, to choose from. */
  fields: string[]
}
