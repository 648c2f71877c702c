import { z } from 'zod'
import { OFFICE_KINDS } from './office.ts'
import {
  choiceField,
  dayField,
  gsoField,
  idField,
  idsField,
  nameField,
  noteField,
  optionalDayField,
  tickField,
} from './read-fields.ts'

/** An office to be opened; without `until` it stays. */
export const openOfficeForm = z.object({
  name: nameField,
  kind: choiceField(OFFICE_KINDS),
  parent: idField,
  from: dayField,
  until: optionalDayField,
  gso_code: gsoField,
  outside_authority: tickField,
})
export type NewOffice = z.output<typeof openOfficeForm>

export const renameOfficeForm = z.object({ name: nameField, day: dayField })
export const moveOfficeForm = z.object({ parent: idField, day: dayField })
export const closeOfficeForm = z.object({ day: dayField })
/** What was entered wrongly and never was so: changed without a history, the audit trail apart. */
export const correctOfficeForm = z.object({
  name: nameField,
  kind: choiceField(OFFICE_KINDS),
  gso_code: gsoField,
  outside_authority: tickField,
})

/** Predecessors and one successor from a day; `outside` names those of other cities, one a line. */
export const mergeOfficesForm = z.object({
  predecessors: idsField,
  outside: noteField,
  successor: idField,
  name: noteField,
  kind: choiceField(OFFICE_KINDS),
  parent: idField,
  gso_code: gsoField,
  day: dayField,
  note: noteField,
})
export type Merger = z.output<typeof mergeOfficesForm>
