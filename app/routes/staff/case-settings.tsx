import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { caseCalendar } from '#app/feedback-cases/case-calendar.server.ts'
import { CaseSettingsPage } from '#app/feedback-cases/case-settings-page.tsx'
import { setCaseSettings } from '#app/feedback-cases/set-case-settings.server.ts'
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { requireViewer } from '#app/session-cookie.ts'
import casesCss from '../../feedback-cases/cases.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: casesCss }]

/** The numbers of days that Văn phòng sets. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'caseSettings')
    const { settings } = await caseCalendar(context.store.read)
    const saved = new URL(request.url).searchParams.has('xong')
    return json({ ...deskOf(request, viewer), settings, saved }, { headers: deskHeaders(request) })
  })

export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'caseSettings')
    const form = await readForm(request)
    const outcome = await setCaseSettings(context, viewer, form)
    if ('problems' in outcome) return json({ ...outcome, typed: Object.fromEntries(form) }, 400)
    return redirect(`${patterns.caseSettings}?xong=${outcome.done}`, 303)
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('caseDesk:settings.title')} · ${t('frame:name')}` }]
}

export default function CaseSettingsDoor() {
  return (
    <CaseSettingsPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />
  )
}
