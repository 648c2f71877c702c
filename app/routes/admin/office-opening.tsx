import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { OpenOfficePage } from '#app/offices/office-form-page.tsx'
import { openOfficeByForm } from '#app/offices/office-forms.server.ts'
import { everyOffice } from '#app/offices/office-list.server.ts'
import { typedIn } from '#app/offices/outcome.ts'
import { officePath } from '#app/paths.ts'
import { requireViewer } from '#app/session-cookie.ts'

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'openOffice')
    const offices = await everyOffice(context.store.read)
    const page = { ...deskOf(request, viewer), mayChange: true, done: null, offices }
    return json(page, { headers: deskHeaders(request) })
  })

/** Opens an office; what is wrong comes back at its field with what was typed. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'openOffice')
    const form = await readForm(request)
    const outcome = await openOfficeByForm(context, viewer, form)
    if ('problems' in outcome) return json({ intent: '', ...outcome, typed: typedIn(form) }, 400)
    return redirect(`${officePath(outcome.id ?? '')}?xong=${outcome.done}`, 303)
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('offices:opening.title')} · ${t('frame:name')}` }]
}

export default function OfficeOpeningDoor() {
  return (
    <OpenOfficePage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />
  )
}
