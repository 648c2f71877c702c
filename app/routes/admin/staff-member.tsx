import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { officeChoices, staffMember } from '#app/auth/staff-list.server.ts'
import { StaffMemberPage } from '#app/auth/staff-member-page.tsx'
import { readForm } from '#app/http/form.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { staffCodeAnswer } from '#app/http/staff-code-answer.server.ts'
import { memberDeed } from '#app/http/staff-member-deeds.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { staffMemberPath } from '#app/paths.ts'
import { requireViewer, signInPartsOf } from '#app/session-cookie.ts'
import accountsCss from '#app/ui/accounts.css?url'

const DONE = ['saved', 'suspended', 'resumed'] as const

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'staffMember')
    const { store, clock } = context
    const asked = new URL(request.url).searchParams.get('done')
    const page = {
      lang: langOf(request),
      viewer: { name: viewer.name, role: viewer.role },
      member: await staffMember(store.read, clock, viewer, params.staff ?? ''),
      offices: await officeChoices(store.read, clock),
      done: DONE.find((each) => each === asked) ?? null,
    }
    const cookie = languageCookie(request)
    return json(page, { headers: cookie ? { 'Set-Cookie': cookie } : {} })
  })

/** Changes, suspends, resumes, invites again or resets: one form each. */
export const action = ({ request, params, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'staffMember')
    const staffId = params.staff ?? ''
    const answer = await memberDeed(signInPartsOf(context), viewer, staffId, await readForm(request))
    if (answer.kind === 'refused') return json(answer, 400)
    if (answer.kind === 'code') throw await staffCodeAnswer(request, context, viewer, answer.made)
    throw redirect(`${staffMemberPath(staffId)}?done=${answer.kind}`, 303)
  })

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: accountsCss }]

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${data?.member.name ?? ''} · ${t('accounts:staff.title')} · ${t('frame:name')}` }]
}

export default function Member() {
  const refused = useActionData<typeof action>() ?? null
  return <StaffMemberPage {...useLoaderData<typeof loader>()} refused={refused} />
}
