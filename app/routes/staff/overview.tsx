import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/calendar/day.ts'
import { lastWholeMonth, readPeriod } from '#app/calendar/period.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { officeOverview } from '#app/reports/office-overview.server.ts'
import { OverviewPage } from '#app/reports/overview-page.tsx'
import { refusedPeriodForm } from '#app/reports/period-form.ts'
import { writtenPeriod } from '#app/reports/written-period.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The figures of a period; two dates that cannot be used are said at their field, above the last whole month. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'overview')
    const asked = new URL(request.url).searchParams
    const [from, to] = [asked.get('from'), asked.get('to')]
    const now = context.clock.now()
    const today = dayOf(now)
    const period = readPeriod(from, to, today)
    const overview = await officeOverview(context.store.read, {
      period: period ?? lastWholeMonth(today),
      today,
      byLineage: asked.get('lineage') === '1',
    })
    const page = {
      lang: langOf(request),
      viewer: { name: viewer.name, role: viewer.role },
      overview,
      refused: period ? null : refusedPeriodForm(from, to),
      asOf: now.toISOString(),
    }
    const cookie = languageCookie(request)
    return json(page, { status: period ? 200 : 400, headers: cookie ? { 'Set-Cookie': cookie } : {} })
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const t = textsIn[data.lang]
  const title = `${writtenPeriod(data.lang, data.overview.period)} · ${t('staff:overview')} · ${t('frame:name')}`
  return [{ title: data.refused ? t('frame:problem', { title }) : title }]
}

export default function OverviewDoor() {
  return <OverviewPage {...useLoaderData<typeof loader>()} />
}
