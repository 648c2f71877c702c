import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/calendar/day.ts'
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { mayAdminister } from '#app/offices/administration.ts'
import { readDone } from '#app/offices/office-changes.ts'
import { officeDetails } from '#app/offices/office-details.server.ts'
import { OfficePage } from '#app/offices/office-page.tsx'
import { requireViewer } from '#app/session-cookie.ts'

/** One office, its past and what can be changed. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'office')
    const page = {
      ...deskOf(request, viewer),
      mayChange: mayAdminister(viewer),
      done: readDone(new URL(request.url).searchParams.get('xong')),
      details: await officeDetails(context.store.read, params.office ?? ''),
      today: dayOf(context.clock.now()),
    }
    return json(page, { headers: deskHeaders(request) })
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  return [{ title: `${data.details.office.name} · ${textsIn[data.lang]('frame:name')}` }]
}

export default function OfficeDoor() {
  return <OfficePage {...useLoaderData<typeof loader>()} />
}
