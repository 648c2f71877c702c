import type { LoaderFunctionArgs } from '@remix-run/node'
import { dayOf, isDay } from '#app/calendar/day.ts'
import { langOf } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { tableAnswer } from '#app/http/table-answer.server.ts'
import { exportedOffices } from '#app/offices/exported-administration.ts'
import { officeList } from '#app/offices/office-list.server.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The tree of a day as a file (`?ngay=yyyy-MM-dd`, today without one or with none that can be read). */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    await requireViewer(request, context, 'officesCsv')
    const asked = new URL(request.url).searchParams.get('ngay') ?? ''
    const list = await officeList(context.store.read, isDay(asked) ? asked : dayOf(context.clock.now()))
    return tableAnswer(request, exportedOffices(langOf(request), list))
  })
