import { z } from 'zod'
import { CALENDAR_KINDS, CERTAINTIES } from '../calendar/working-days.ts'
import { choiceField, dayField, nameField, noteField } from './read-fields.ts'

export const calendarDayForm = z.object({
  day: dayField,
  kind: choiceField(CALENDAR_KINDS),
  name: nameField,
  certainty: choiceField(CERTAINTIES),
  source: noteField,
})

export const removeCalendarDayForm = z.object({ day: dayField })
