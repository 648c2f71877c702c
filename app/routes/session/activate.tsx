import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { activateForm } from '#app/auth/account-forms.ts'
import { activateAccount } from '#app/auth/activate-account.server.ts'
import { ActivatePage } from '#app/auth/activate-page.tsx'
import { staffOfCode } from '#app/auth/staff-code.server.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { browserOf, codeNeededAnswer, signedInAnswer, signInPartsOf } from '#app/session-cookie.ts'
import accountsCss from '#app/ui/accounts.css?url'

/** Looking at a link uses nothing up: mail programs open them before people do. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const { code = '' } = params
    const found = code ? await staffOfCode(context.store.read, signInPartsOf(context), code) : null
    const account = found && { name: found.name, email: found.email }
    const refused = code && !found ? { kind: 'not_usable' as const } : null
    const cookie = languageCookie(request)
    const page = { lang: langOf(request), account, code: account ? code : '', refused }
    return json(page, { status: refused ? 404 : 200, headers: cookie ? { 'Set-Cookie': cookie } : {} })
  })

export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const parsed = parseForm(await readForm(request), activateForm)
    if ('problems' in parsed) return json({ refused: { kind: 'not_usable' as const }, code: '' }, 400)
    const wanted = { ...parsed.value, ...(await browserOf(request, context)) }
    const answer = await activateAccount(signInPartsOf(context), wanted)
    if (answer.kind === 'signed_in') throw await signedInAnswer(request, context, answer, null)
    if (answer.kind === 'code_needed') throw codeNeededAnswer(request, context, answer.half, null)
    return json({ refused: answer, code: wanted.code }, answer.kind === 'too_many' ? 429 : 400)
  })

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: accountsCss }]

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('accounts:activate.title')} · ${t('frame:name')}` }]
}

export default function Activate() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <ActivatePage {...page} {...answer} account={answer ? null : page.account} />
}
