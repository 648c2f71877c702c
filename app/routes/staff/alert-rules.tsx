import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alertRules } from '#app/alerts/alert-rules.server.ts'
import { AlertRulesPage } from '#app/alerts/alert-rules-page.tsx'
import { changeRule } from '#app/alerts/change-rule.server.ts'
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { requireViewer } from '#app/session-cookie.ts'
import alertsCss from '../../alerts/alerts.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: alertsCss }]

/** The rules by which the city is alerted, for Văn phòng alone. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'alertRules')
    const saved = new URL(request.url).searchParams.has('xong')
    const rules = await alertRules(context.store.read)
    return json({ ...deskOf(request, viewer), rules, saved }, { headers: deskHeaders(request) })
  })

export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'alertRules')
    const form = await readForm(request)
    const problems = await changeRule(context, viewer, form)
    const rule = form.get('rule') ?? ''
    if (problems) return json({ rule, problems, typed: Object.fromEntries(form) }, 400)
    throw redirect(`${patterns.alertRules}?xong=1`, 303)
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('alerts:rules.title')} · ${t('frame:name')}` }]
}

export default function AlertRulesDoor() {
  return (
    <AlertRulesPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />
  )
}
