import type { Viewer } from '#app/auth/viewer.ts'
import { NotFound } from '#app/errors.ts'
import type { AdministrationParts } from './administration.ts'
import { calendarDayForm, removeCalendarDayForm } from './calendar-form.ts'
import { removeDay, writeDay } from './change-calendar.server.ts'
import { addProcedure, endProcedure } from './change-procedures.server.ts'
import type { Outcome } from './outcome.ts'
import { addProcedureForm, endProcedureForm } from './procedure-form.ts'
import { readFields } from './read-fields.ts'

/** Does what one of the calendar's forms asks for. @throws Forbidden, NotFound */
export async function changeCalendarByForm(
  parts: AdministrationParts,
  viewer: Viewer,
  form: URLSearchParams,
): Promise<Outcome> {
  if (form.get('intent') === 'remove') {
    const read = readFields(form, removeCalendarDayForm)
    return 'value' in read ? removeDay(parts, viewer, read.value) : read
  }
  if (form.get('intent') !== 'write') throw new NotFound()
  const read = readFields(form, calendarDayForm)
  return 'value' in read ? writeDay(parts, viewer, read.value) : read
}

/** Does what one of the forms beside the list of procedures asks for. @throws Forbidden, NotFound */
export async function changeProceduresByForm(
  parts: AdministrationParts,
  viewer: Viewer,
  form: URLSearchParams,
): Promise<Outcome> {
  if (form.get('intent') === 'end') {
    const read = readFields(form, endProcedureForm)
    return 'value' in read ? endProcedure(parts, viewer, read.value) : read
  }
  if (form.get('intent') !== 'add') throw new NotFound()
  const read = readFields(form, addProcedureForm)
  return 'value' in read ? addProcedure(parts, viewer, read.value) : read
}
