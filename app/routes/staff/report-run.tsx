import {
  type HeadersFunction,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NotFound } from '#app/errors.ts'
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { ReportRunPage } from '#app/reports/report/report-run-page.tsx'
import { runProgress } from '#app/reports/report/report-runs.server.ts'
import reportsCss from '#app/reports/report/reports.css?url'
import { requireViewer } from '#app/session-cookie.ts'

const REFRESH_S = '1'

/** How far a report is, for whoever asked for it; the page asks again by itself until it is done. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'reportRun')
    const run = context.reportRuns.find(viewer.staffId, params.job ?? '')
    if (!run) throw new NotFound()
    const refreshes = run.status === 'running' && !new URL(request.url).searchParams.has('still')
    return json(
      { ...deskOf(request, viewer), run: runProgress(run), refreshes },
      { headers: { ...deskHeaders(request), ...(refreshes && { Refresh: REFRESH_S }) } },
    )
  })

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: reportsCss }]

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('reports:run.title')} · ${t('frame:name')}` }]
}

export default function ReportRunDoor() {
  return <ReportRunPage {...useLoaderData<typeof loader>()} />
}
