import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { periodOf } from '#app/calendar/period.ts'
import { askedPeriod } from '#app/http/asked-period.server.ts'
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns, ratingRowsJobPath } from '#app/paths.ts'
import { countRatings, exportRatings } from '#app/reports/export-ratings.server.ts'
import { RatingRowsPage } from '#app/reports/rating-rows-page.tsx'
import { requireViewer } from '#app/session-cookie.ts'

/** What a file of single ratings would hold. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'ratingRows')
    const { period, refused } = askedPeriod(request, context.clock)
    const total = await countRatings(context.store.read, period)
    const isBusy = new URL(request.url).searchParams.has('busy')
    const asOf = context.clock.now().toISOString()
    const page = { ...deskOf(request, viewer), period, total, refused, isBusy, asOf }
    return json(page, { status: refused ? 400 : 200, headers: deskHeaders(request) })
  })

/** Begins the file and leads to how far it is. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'ratingRows')
    const form = await readForm(request)
    const asked = new URLSearchParams({ from: form.get('from') ?? '', to: form.get('to') ?? '' })
    const address = `${patterns.ratingRows}?${asked}`
    const { period, refused } = askedPeriod(new Request(new URL(address, request.url)), context.clock)
    if (refused) return redirect(address, 303)
    const days = periodOf(period.from, period.to)
    const job = await exportRatings(context, viewer, days, context.config.databaseUrl)
    return redirect(job ? ratingRowsJobPath(job.id) : `${address}&busy=1`, 303)
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('exports:rows.title')} · ${t('frame:name')}` }]
}

export default function RatingRowsDoor() {
  return <RatingRowsPage {...useLoaderData<typeof loader>()} />
}
