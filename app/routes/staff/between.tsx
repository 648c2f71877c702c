import { defer, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { askedPeriod } from '#app/http/asked-period.server.ts'
import { deskHeaders, deskOf, unwritten } from '#app/http/desk.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import betweenCss from '#app/reports/between.css?url'
import { betweenOffices } from '#app/reports/between-offices.server.ts'
import { BetweenPage } from '#app/reports/between-page.tsx'
import { liveFiguresFor } from '#app/reports/figures-source.ts'
import { MONTHS_TABLE, writtenPeriod } from '#app/reports/written-period.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** The offices of a period beside each other, none of them ranked. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'between')
    const { period, today, refused } = askedPeriod(request, context.clock)
    const between = await betweenOffices(context.store.read, liveFiguresFor(viewer), { period, today })
    const asTable = new URL(request.url).searchParams.get('bang') === MONTHS_TABLE.bang
    const page = {
      ...{ ...deskOf(request, viewer), between, refused, asTable },
      asOf: context.clock.now().toISOString(),
    }
    return defer(unwritten(page), { status: refused ? 400 : 200, headers: deskHeaders(request) })
  })

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: betweenCss }]

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const t = textsIn[data.lang]
  const title = `${writtenPeriod(data.lang, data.between.period)} · ${t('between:title')} · ${t('frame:name')}`
  return [{ title: data.refused ? t('frame:problem', { title }) : title }]
}

export default function BetweenDoor() {
  return <BetweenPage {...useLoaderData<typeof loader>()} />
}
