import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/calendar/day.ts'
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { FlagsPage } from '#app/reports/flags/flags-page.tsx'
import { flagsView } from '#app/reports/flags/flags-view.server.ts'
import { askedPeriod } from '#app/reports/period-form.ts'
import { requireViewer } from '#app/session-cookie.ts'
import figuresCss from '../../reports/desk-figures.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: figuresCss }]

/** Flagged days of a period, of one office where the address names it. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'flags')
    const asked = new URL(request.url).searchParams
    const today = dayOf(context.clock.now())
    const { period, refused } = askedPeriod(asked, today)
    const view = await flagsView(context.store.read, { period, office: asked.get('office') ?? '' })
    return json(
      { ...deskOf(request, viewer), ...view, today, refused },
      { status: refused ? 400 : 200, headers: deskHeaders(request) },
    )
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  const title = `${t('flags:title')} · ${t('frame:name')}`
  return [{ title: data?.refused ? t('frame:problem', { title }) : title }]
}

export default function FlagsDoor() {
  return <FlagsPage {...useLoaderData<typeof loader>()} />
}
