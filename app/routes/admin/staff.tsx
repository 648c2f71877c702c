import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inviteStaff } from '#app/auth/invite-staff.server.ts'
import { refusedPost, refusedStaffForm } from '#app/auth/staff-answers.ts'
import { inviteForm } from '#app/auth/staff-forms.ts'
import { officeChoices, staffList } from '#app/auth/staff-list.server.ts'
import { StaffListPage } from '#app/auth/staff-list-page.tsx'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { staffCodeAnswer } from '#app/http/staff-code-answer.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { requireViewer, signInPartsOf } from '#app/session-cookie.ts'
import accountsCss from '#app/ui/accounts.css?url'

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'staffList')
    const { store, clock, mailer } = context
    const page = {
      lang: langOf(request),
      viewer: { name: viewer.name, role: viewer.role },
      staff: await staffList(store.read, clock, viewer),
      offices: await officeChoices(store.read, clock),
      mail: mailer !== null,
    }
    const cookie = languageCookie(request)
    return json(page, { headers: cookie ? { 'Set-Cookie': cookie } : {} })
  })

/** Invites somebody, and leads to the paper with their code. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'staffList')
    const form = await readForm(request)
    const parsed = parseForm(form, inviteForm)
    if ('problems' in parsed) return json(refusedStaffForm(parsed), 400)
    const answer = await inviteStaff(signInPartsOf(context), viewer, parsed.value)
    if (answer.kind !== 'invited') return json(refusedPost(answer.kind, form), 400)
    const { staffId, code } = answer
    throw await staffCodeAnswer(request, context, viewer, { staffId, code, kind: 'invitation' })
  })

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: accountsCss }]

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('accounts:staff.title')} · ${t('frame:name')}` }]
}

export default function Staff() {
  return (
    <StaffListPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />
  )
}
