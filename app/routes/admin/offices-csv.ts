import type { LoaderFunctionArgs } from '@remix-run/node'
import { dayOf, isDay } from '#app/calendar/day.ts'
import { csvFile } from '#app/http/csv-file.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { OFFICE_COLUMNS, officeRows } from '#app/offices/administration-rows.ts'
import { officeList } from '#app/offices/office-list.server.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The tree of a day as a file (`?ngay=yyyy-MM-dd`, today without one or with none that can be read). */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    await requireViewer(request, context, 'officesCsv')
    const asked = new URL(request.url).searchParams.get('ngay') ?? ''
    const list = await officeList(context.store.read, isDay(asked) ? asked : dayOf(context.clock.now()))
    return csvFile(`don-vi-${list.day}`, OFFICE_COLUMNS, officeRows(list))
  })
