import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alertList } from '#app/alerts/alert-list.server.ts'
import { askedOf, readAlertQuestion } from '#app/alerts/alert-list.ts'
import { AlertsPage } from '#app/alerts/alerts-page.tsx'
import { acknowledgeAlert, closeAlert } from '#app/alerts/change-alert.server.ts'
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { requireViewer } from '#app/session-cookie.ts'
import alertsCss from '../../alerts/alerts.css?url'
import casesCss from '../../feedback-cases/cases.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: casesCss },
  { rel: 'stylesheet', href: alertsCss },
]

/** What the rules found, for Văn phòng alone. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'alerts')
    const list = await alertList(context.store.read, readAlertQuestion(new URL(request.url).searchParams))
    return json({ ...deskOf(request, viewer), list }, { headers: deskHeaders(request) })
  })

/** Somebody looks after an alert, or closes it with what was done. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'alerts')
    const form = await readForm(request)
    const id = form.get('alert') ?? ''
    if (form.get('intent') === 'acknowledge') await acknowledgeAlert(context, viewer, id)
    else if (!(await closeAlert(context, viewer, id, form.get('note') ?? '')))
      return json({ unsaid: id }, 400)
    const asked = new URLSearchParams(askedOf(readAlertQuestion(new URL(request.url).searchParams)))
    throw redirect(asked.size > 0 ? `${patterns.alerts}?${asked}` : patterns.alerts, 303)
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('alerts:title')} · ${t('frame:name')}` }]
}

export default function AlertsDoor() {
  return <AlertsPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
