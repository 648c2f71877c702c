import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NotFound } from '#app/errors.ts'
import { langOf } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { markPrinted } from '#app/invitations/placard-print.server.ts'
import printCss from '#app/invitations/print.css?url'
import { PrintJobPage } from '#app/invitations/print-job-page.tsx'
import { printProgress } from '#app/invitations/print-jobs.server.ts'
import { printJobPath } from '#app/paths.ts'
import { requireViewer } from '#app/session-cookie.ts'

const REFRESH_S = '1'

/** How far a print is, for whoever started it; the page asks again by itself until it is done. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const { name, role, staffId } = await requireViewer(request, context, 'printJob')
    const job = context.prints.find(staffId, params.job ?? '')
    if (!job) throw new NotFound()
    const asked = new URL(request.url).searchParams
    const refreshes = job.status === 'running' && !asked.has('still')
    return json(
      {
        ...{ lang: langOf(request), viewer: { name, role }, job: printProgress(job), refreshes },
        marked: asked.has('marked'),
      },
      // A header and no element: it stops with the page, and `?still=1` does without it.
      { headers: refreshes ? { Refresh: REFRESH_S } : {} },
    )
  })

export const action = ({ request, params, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'printJob')
    const job = context.prints.find(viewer.staffId, params.job ?? '')
    if (job?.status !== 'done') throw new NotFound()
    await markPrinted(context, viewer, job)
    return redirect(`${printJobPath(job.id)}?marked=1`, 303)
  })

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: printCss }]

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('print:job.title')} · ${t('frame:name')}` }]
}

export default function PrintJobDoor() {
  return <PrintJobPage {...useLoaderData<typeof loader>()} />
}
