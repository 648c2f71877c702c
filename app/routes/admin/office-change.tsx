import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { NotFound } from '#app/errors.ts'
import { deskHeaders, deskOf } from '#app/http/desk.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { officeChangeAt } from '#app/offices/office-changes.ts'
import { officeDetails } from '#app/offices/office-details.server.ts'
import { OfficeChangePage } from '#app/offices/office-form-page.tsx'
import { changeOfficeByForm } from '#app/offices/office-forms.server.ts'
import { everyOffice } from '#app/offices/office-list.server.ts'
import { typedIn } from '#app/offices/outcome.ts'
import { officePath } from '#app/paths.ts'
import { requireViewer } from '#app/session-cookie.ts'

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'officeChange')
    const change = officeChangeAt(params.change)
    if (!change) throw new NotFound()
    const details = await officeDetails(context.store.read, params.office ?? '')
    const offices = change === 'move' ? await everyOffice(context.store.read) : []
    const page = { ...deskOf(request, viewer), mayChange: true, done: null, change, details, offices }
    return json(page, { headers: deskHeaders(request) })
  })

/** Changes an office; what is wrong comes back at its field with what was typed. */
export const action = ({ request, params, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'officeChange')
    const change = officeChangeAt(params.change)
    if (!change) throw new NotFound()
    const form = await readForm(request)
    const officeId = params.office ?? ''
    const outcome = await changeOfficeByForm(context, viewer, { officeId, change, form })
    if ('problems' in outcome) return json({ intent: '', ...outcome, typed: typedIn(form) }, 400)
    return redirect(`${officePath(officeId)}?xong=${outcome.done}`, 303)
  })

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const t = textsIn[data.lang]
  const title = `${t(`offices:change.${data.change}`)}: ${data.details.office.name}`
  return [{ title: `${title} · ${t('frame:name')}` }]
}

export default function OfficeChangeDoor() {
  return (
    <OfficeChangePage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />
  )
}
