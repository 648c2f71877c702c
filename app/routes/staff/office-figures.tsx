import {
  type ActionFunctionArgs,
  defer,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/calendar/day.ts'
import { deskHeaders, deskOf, unwritten } from '#app/http/desk.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { figuresFor, liveFiguresFor } from '#app/reports/figures-source.ts'
import { changeDeclared } from '#app/reports/office/declare-change.server.ts'
import { mayDeclare } from '#app/reports/office/declared-change.ts'
import { OfficeViewPage } from '#app/reports/office/office-view-page.tsx'
import { officeTitle, readView } from '#app/reports/office/office-views.ts'
import { ReleasedOfficePage } from '#app/reports/office/released-office-page.tsx'
import { shownOffice } from '#app/reports/office/shown-office.server.ts'
import { askedPeriod } from '#app/reports/period-form.ts'
import { requireViewer } from '#app/session-cookie.ts'
import figuresCss from '../../reports/desk-figures.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: figuresCss }]

/** One office's figures of a period, in the view that the address asks for. */
export const loader = ({ request, context, params }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'officeFigures')
    const asked = new URL(request.url).searchParams
    const now = context.clock.now()
    const today = dayOf(now)
    const { period, refused } = askedPeriod(asked, today)
    const question = { officeId: params.office ?? '', period, today }
    const page = {
      ...deskOf(request, viewer),
      ...(await shownOffice(context.store.read, figuresFor(viewer), question, readView(asked.get('xem')))),
      mayDeclare: mayDeclare(viewer),
      refused,
      asOf: now.toISOString(),
    }
    return defer(unwritten(page), { status: refused ? 400 : 200, headers: deskHeaders(request) })
  })

/** Declares a change of the office's work, or takes one back. */
export const action = ({ request, context, params }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'officeFigures')
    liveFiguresFor(viewer)
    const refused = await changeDeclared(context, viewer, params.office ?? '', await readForm(request))
    if (refused) return json(refused, 400)
    const { pathname, search } = new URL(request.url)
    return redirect(`${pathname}${search}#control`, 303)
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  return data ? [{ title: officeTitle(data.lang, data.head) }] : []
}

export default function OfficeFiguresDoor() {
  const refusedChange = useActionData<typeof action>() ?? null
  const page = useLoaderData<typeof loader>()
  if (page.kind === 'released') return <ReleasedOfficePage {...page} />
  return <OfficeViewPage {...page} refusedChange={refusedChange} />
}
