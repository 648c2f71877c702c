import { defer, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/calendar/day.ts'
import { deskOf, unwritten } from '#app/http/desk.server.ts'
import { languageCookie } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { figuresFor } from '#app/reports/figures-source.ts'
import { overviewDesk } from '#app/reports/overview-desk.server.ts'
import { OverviewPage } from '#app/reports/overview-page.tsx'
import { askedPeriod } from '#app/reports/period-form.ts'
import { releasedOverview } from '#app/reports/released-overview.server.ts'
import { ReleasedPage } from '#app/reports/released-page.tsx'
import { LEVELS_TABLE, writtenPeriod } from '#app/reports/written-period.ts'
import { requireViewer } from '#app/session-cookie.ts'
import figuresCss from '../../reports/desk-figures.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: figuresCss }]

/** The figures of a period; two dates that cannot be used are said at their field, above the last whole month. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'overview')
    const asked = new URL(request.url).searchParams
    const now = context.clock.now()
    const today = dayOf(now)
    const { period, refused } = askedPeriod(asked, today)
    const question = { period, today, byLineage: asked.get('lineage') === '1' }
    const figures = figuresFor(viewer)
    const { read } = context.store
    const page = {
      ...deskOf(request, viewer),
      ...(figures.kind === 'live'
        ? { kind: figures.kind, ...(await overviewDesk(read, figures, question)) }
        : { kind: figures.kind, overview: await releasedOverview(read, figures, question) }),
      refused,
      asLevels: asked.get('bang') === LEVELS_TABLE.bang,
      asOf: now.toISOString(),
    }
    const cookie = languageCookie(request)
    return defer(unwritten(page), {
      status: refused ? 400 : 200,
      headers: cookie ? { 'Set-Cookie': cookie } : {},
    })
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const t = textsIn[data.lang]
  const title = `${writtenPeriod(data.lang, data.overview.period)} · ${t('staff:overview')} · ${t('frame:name')}`
  return [{ title: data.refused ? t('frame:problem', { title }) : title }]
}

export default function OverviewDoor() {
  const page = useLoaderData<typeof loader>()
  return page.kind === 'live' ? <OverviewPage {...page} /> : <ReleasedPage {...page} />
}
