import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { passwordForm } from '#app/auth/account-forms.ts'
import { changePassword } from '#app/auth/change-password.server.ts'
import { ChangePasswordPage } from '#app/auth/change-password-page.tsx'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { browserOf, requireViewer, signInPartsOf } from '#app/session-cookie.ts'
import accountsCss from '#app/ui/accounts.css?url'

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const { name, role, email } = await requireViewer(request, context, 'accountPassword')
    const cookie = languageCookie(request)
    const page = { lang: langOf(request), viewer: { name, role, email } }
    return json(page, { headers: cookie ? { 'Set-Cookie': cookie } : {} })
  })

export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'accountPassword')
    const parsed = parseForm(await readForm(request), passwordForm)
    if ('problems' in parsed) return json({ kind: 'weak' as const, fault: 'too_long' as const }, 400)
    const { address, sessionId } = await browserOf(request, context)
    const wanted = { ...parsed.value, address, sessionId: sessionId ?? '' }
    const answer = await changePassword(signInPartsOf(context), viewer, wanted)
    if (answer.kind === 'changed') throw redirect(`${patterns.account}?done=password`, 303)
    return json(answer, answer.kind === 'too_many' ? 429 : 400)
  })

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: accountsCss }]

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('accounts:own.passwordChange')} · ${t('frame:name')}` }]
}

export default function ChangePassword() {
  const refused = useActionData<typeof action>() ?? null
  return <ChangePasswordPage {...useLoaderData<typeof loader>()} refused={refused} />
}
