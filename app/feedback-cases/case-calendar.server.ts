import { workingCalendarOf } from '#app/offices/change-calendar.server.ts'
import { listSettings } from '#db/queries/settings.ts'
import type { Db } from '#db/schema.ts'
import { caseSettingsFrom } from './case-settings.ts'

/** The city's own numbers of days, and the calendar they are counted by. */
export async function caseCalendar(db: Db) {
  const [stored, calendar] = await Promise.all([listSettings(db, 'cases.'), workingCalendarOf(db)])
  return { settings: caseSettingsFrom(stored), calendar }
}
