import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/calendar/day.ts'
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { reportPeriods } from '#app/reports/report/report-periods.server.ts'
import reportsCss from '#app/reports/report/reports.css?url'
import { ReportsPage } from '#app/reports/report/reports-page.tsx'
import { requireViewer } from '#app/session-cookie.ts'

/** What is due, and every period with its report. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'reports')
    const found = await reportPeriods(context.store.read, dayOf(context.clock.now()))
    return json({ ...deskOf(request, viewer), ...found }, { headers: deskHeaders(request) })
  })

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: reportsCss }]

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('reports:title')} · ${t('frame:name')}` }]
}

export default function ReportsDoor() {
  return <ReportsPage {...useLoaderData<typeof loader>()} />
}
