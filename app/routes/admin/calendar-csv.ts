import type { LoaderFunctionArgs } from '@remix-run/node'
import { dayOf } from '#app/calendar/day.ts'
import { csvFile } from '#app/http/csv-file.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { CALENDAR_COLUMNS, calendarRows } from '#app/offices/administration-rows.ts'
import { calendarOfYear } from '#app/offices/calendar-view.server.ts'
import { readYear } from '#app/offices/calendar-view.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** A year's days that differ from the working week, as a file. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    await requireViewer(request, context, 'calendarCsv')
    const asked = new URL(request.url).searchParams.get('nam')
    const view = await calendarOfYear(context.store.read, readYear(asked, dayOf(context.clock.now())))
    return csvFile(`lich-${view.year}`, CALENDAR_COLUMNS, calendarRows(view))
  })
