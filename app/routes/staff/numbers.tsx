import { defer, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { askedPeriod } from '#app/http/asked-period.server.ts'
import { deskHeaders, deskOf, unwritten } from '#app/http/desk.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { liveFiguresFor } from '#app/reports/figures-source.ts'
import numbersCss from '#app/reports/numbers.css?url'
import { NumbersPage } from '#app/reports/numbers-page.tsx'
import { threeNumbers } from '#app/reports/three-numbers.server.ts'
import { writtenPeriod } from '#app/reports/written-period.ts'
import { requireViewer } from '#app/session-cookie.ts'

/** Share, points of Nghị định 61 and points of Quyết định 766, kept apart. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'numbers')
    const { period, today, refused } = askedPeriod(request, context.clock)
    const numbers = await threeNumbers(context.store.read, liveFiguresFor(viewer), { period, today })
    const page = { ...deskOf(request, viewer), numbers, refused, asOf: context.clock.now().toISOString() }
    return defer(unwritten(page), { status: refused ? 400 : 200, headers: deskHeaders(request) })
  })

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: numbersCss }]

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const t = textsIn[data.lang]
  const title = `${writtenPeriod(data.lang, data.numbers.period)} · ${t('numbers:title')} · ${t('frame:name')}`
  return [{ title: data.refused ? t('frame:problem', { title }) : title }]
}

export default function NumbersDoor() {
  return <NumbersPage {...useLoaderData<typeof loader>()} />
}
