import { stringify } from 'csv-stringify/sync'
import { FIRST_DAY, LAST_DAY } from '#app/calendar/day.ts'
import { listFields, listProcedures, type ProcedureWithField } from '#db/queries/procedures.ts'
import type { Db } from '#db/schema.ts'
import { folded } from './folded.ts'
import { type ListedProcedure, PROCEDURE_COLUMNS, type ProcedureList } from './procedure.ts'

const MOST_SHOWN = 200

const listed = (row: ProcedureWithField): ListedProcedure => ({
  id: row.id,
  code: row.code,
  name: row.name,
  field: row.field_name,
  validFrom: row.valid_from,
  validTo: row.valid_to,
})

/** The procedures that fit what is looked for, in the order of fields and codes. */
export async function procedureList(db: Db, search: string): Promise<ProcedureList> {
  const [rows, fields] = await Promise.all([listProcedures(db), listFields(db)])
  const sought = folded(search.trim())
  const fit = rows.filter(
    (row) =>
      row.name_folded.includes(sought) ||
      row.code.toLowerCase().includes(sought) ||
      folded(row.field_name).includes(sought),
  )
  return {
    search,
    total: fit.length,
    procedures: fit.slice(0, MOST_SHOWN).map(listed),
    fields: fields.map(({ name }) => name),
  }
}

/** The whole list as the file it can be taken in from again. */
export async function proceduresCsv(db: Db): Promise<string> {
  const day = (text: string) => (text === FIRST_DAY || text === LAST_DAY ? '' : text)
  const rows = (await listProcedures(db)).map((row) => [
    ...[row.code, row.name, row.field_name],
    ...[day(row.valid_from), day(row.valid_to)],
  ])
  return stringify([[...PROCEDURE_COLUMNS], ...rows], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
  })
}
