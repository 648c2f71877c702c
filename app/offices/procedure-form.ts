import { z } from 'zod'
import { dayField, idField, nameField, optionalDayField } from './read-fields.ts'

/** A national code, or a local or service one made from it. */
const CODE = /^\d\.\d{6}(\.[0-9A-Z]{1,4})*$/

export const procedureCodeField = z
  .string({ error: 'required' })
  .transform((text) => text.trim().toUpperCase())
  .pipe(z.string().min(1, { error: 'required' }).regex(CODE, { error: 'not_a_procedure_code' }))

/** `field` is a name: a new one makes a new field. Without days the validity is open. */
export const addProcedureForm = z.object({
  code: procedureCodeField,
  name: nameField,
  field: nameField,
  valid_from: optionalDayField,
  valid_to: optionalDayField,
})
export type NewProcedure = z.output<typeof addProcedureForm>

export const endProcedureForm = z.object({ procedure: idField, day: dayField })
