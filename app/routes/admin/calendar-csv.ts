import type { LoaderFunctionArgs } from '@remix-run/node'
import { dayOf } from '#app/calendar/day.ts'
import { langOf } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { tableAnswer } from '#app/http/table-answer.server.ts'
import { calendarOfYear } from '#app/offices/calendar-view.server.ts'
import { readYear } from '#app/offices/calendar-view.ts'
import { exportedCalendar } from '#app/offices/exported-administration.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** A year's days that differ from the working week, as a file. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    await requireViewer(request, context, 'calendarCsv')
    const asked = new URL(request.url).searchParams.get('nam')
    const view = await calendarOfYear(context.store.read, readYear(asked, dayOf(context.clock.now())))
    return tableAnswer(request, exportedCalendar(langOf(request), view))
  })
