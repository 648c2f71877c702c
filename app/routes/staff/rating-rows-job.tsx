import { type HeadersFunction, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { periodOf } from '#app/calendar/period.ts'
import { NotFound } from '#app/errors.ts'
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { exportProgress } from '#app/reports/export-jobs.server.ts'
import { RatingRowsJobPage } from '#app/reports/rating-rows-page.tsx'
import { requireViewer } from '#app/session-cookie.ts'

const REFRESH_S = '1'

/** How far a file is, for whoever asked for it; the page asks again by itself until it is done. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'ratingRowsJob')
    const job = context.exports.find(viewer.staffId, params.job ?? '')
    if (!job) throw new NotFound()
    const refreshes = job.status === 'running' && !new URL(request.url).searchParams.has('still')
    const period = periodOf(job.from, job.to)
    return json(
      { ...deskOf(request, viewer), period, job: exportProgress(job), refreshes },
      { headers: { ...deskHeaders(request), ...(refreshes && { Refresh: REFRESH_S }) } },
    )
  })

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('exports:rows.title')} · ${t('frame:name')}` }]
}

export default function RatingRowsJobDoor() {
  return <RatingRowsJobPage {...useLoaderData<typeof loader>()} />
}
