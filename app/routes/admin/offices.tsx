import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf, isDay, writtenDay } from '#app/calendar/day.ts'
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { mayAdminister } from '#app/offices/administration.ts'
import { officeList } from '#app/offices/office-list.server.ts'
import { OfficeListPage } from '#app/offices/office-list-page.tsx'
import { requireViewer } from '#app/session-cookie.ts'

/** The tree as of a day (`?ngay=yyyy-MM-dd`, today without one). */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'offices')
    const asked = new URL(request.url).searchParams.get('ngay')
    const notADay = asked === null || isDay(asked) ? null : asked.slice(0, 20)
    const day = asked !== null && notADay === null ? asked : dayOf(context.clock.now())
    const page = {
      ...deskOf(request, viewer),
      mayChange: mayAdminister(viewer),
      done: null,
      list: await officeList(context.store.read, day),
      notADay,
    }
    return json(page, { status: notADay === null ? 200 : 400, headers: deskHeaders(request) })
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const t = textsIn[data.lang]
  return [{ title: `${t('offices:list.on', { day: writtenDay(data.list.day) })} · ${t('frame:name')}` }]
}

export default function OfficesDoor() {
  return <OfficeListPage {...useLoaderData<typeof loader>()} />
}
