import { defer, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/calendar/day.ts'
import { lastWholeMonth } from '#app/calendar/period.ts'
import { deskHeaders, deskOf, unwritten } from '#app/http/desk.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { figuresFor } from '#app/reports/figures-source.ts'
import { officeIndex } from '#app/reports/office/office-index.server.ts'
import { OfficeIndexPage } from '#app/reports/office/office-index-page.tsx'
import { requireViewer } from '#app/session-cookie.ts'

/** Every office, each leading to its figures. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'officeIndex')
    const today = dayOf(context.clock.now())
    const page = {
      ...deskOf(request, viewer),
      period: lastWholeMonth(today),
      ...(await officeIndex(context.store.read, figuresFor(viewer), today)),
    }
    return defer(unwritten(page), { headers: deskHeaders(request) })
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const t = textsIn[data.lang]
  return [{ title: `${t('desk:index.title')} · ${t('frame:name')}` }]
}

export default function OfficeIndexDoor() {
  return <OfficeIndexPage {...useLoaderData<typeof loader>()} />
}
