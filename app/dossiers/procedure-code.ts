import type { Day } from '#app/calendar/day.ts'

/** A procedure's code as one of its validities has it. */
export interface ProcedureValidity {
  id: string
  code: string
  validFrom: Day
  validTo: Day
}

/** The id of the procedure a written code means on a day, or why there is none. */
export type ProcedureFinder = (
  written: string,
  day: Day | null,
) => { id: string } | { problem: 'procedure_unknown' | 'procedure_not_valid' }

const NATIONAL = /^(\d\.\d{6})(?:\.[0-9A-Z]{1,4})*$/

/** The national code inside a local or service one: `2.000815.000.00.00.H55` and `2.000815.02` are `2.000815`. */
export function nationalProcedureCode(written: string): string {
  const code = written.trim().toUpperCase()
  return NATIONAL.exec(code)?.[1] ?? code
}

/** Finds procedures by code and day; without a day, any validity of the code will do. */
export function procedureFinder(procedures: readonly ProcedureValidity[]): ProcedureFinder {
  const byCode = Map.groupBy(procedures, (procedure) => procedure.code)
  return (written, day) => {
    const validities = byCode.get(written.trim()) ?? byCode.get(nationalProcedureCode(written))
    if (!validities) return { problem: 'procedure_unknown' }
    const valid = validities.find((v) => day === null || (v.validFrom <= day && day <= v.validTo))
    return valid ? { id: valid.id } : { problem: 'procedure_not_valid' }
  }
}
