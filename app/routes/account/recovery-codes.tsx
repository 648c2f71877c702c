import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inGroups } from '#app/auth/access-code.ts'
import { confirmForm } from '#app/auth/account-forms.ts'
import { renewRecoveryCodes } from '#app/auth/recovery-codes.server.ts'
import { RecoveryCodesPage } from '#app/auth/recovery-codes-page.tsx'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { dropSealed, keepSealed, readSealed } from '#app/http/sealed-cookie.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { browserOf, firstPageOf, requireViewer, signInPartsOf } from '#app/session-cookie.ts'
import accountsCss from '#app/ui/accounts.css?url'

/** Shows the codes that were just made, once: the browser forgets them with this answer. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'accountRecoveryCodes')
    const [owner, made = ''] = readSealed(request, context, 'hl_once')?.split('|') ?? []
    const codes = owner === viewer.staffId && made ? made.split(',').map((code) => inGroups(code, 5)) : []
    const headers = new Headers([dropSealed(context, 'hl_once')])
    const cookie = languageCookie(request)
    if (cookie) headers.append('Set-Cookie', cookie)
    const { name, role, email } = viewer
    const page = { lang: langOf(request), viewer: { name, role, email }, codes, onward: firstPageOf(viewer) }
    return json(page, { headers })
  })

/** Makes new codes against the password. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'accountRecoveryCodes')
    const parsed = parseForm(await readForm(request), confirmForm)
    const password = 'problems' in parsed ? '' : parsed.value.password
    const wanted = { password, address: (await browserOf(request, context)).address }
    const answer = await renewRecoveryCodes(signInPartsOf(context), viewer, wanted)
    if (answer.kind !== 'renewed') return json(answer, answer.kind === 'too_many' ? 429 : 400)
    const headers = [keepSealed(context, 'hl_once', `${viewer.staffId}|${answer.codes.join(',')}`)]
    throw redirect(patterns.accountRecoveryCodes, { status: 303, headers })
  })

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: accountsCss }]

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('accounts:recovery.title')} · ${t('frame:name')}` }]
}

export default function RecoveryCodes() {
  const refused = useActionData<typeof action>() ?? null
  return <RecoveryCodesPage {...useLoaderData<typeof loader>()} refused={refused} />
}
