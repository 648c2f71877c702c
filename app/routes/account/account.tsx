import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AccountPage } from '#app/auth/account-page.tsx'
import { endAllSessions, endSession } from '#app/auth/end-sessions.server.ts'
import { ownAccount } from '#app/auth/own-account.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { requireViewer, sessionIdOf, signedOutCookie } from '#app/session-cookie.ts'
import accountsCss from '#app/ui/accounts.css?url'

const DONE = ['password', 'session', 'removed'] as const

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'account')
    const { store, clock } = context
    const account = await ownAccount(store.read, clock, viewer, await sessionIdOf(request, context))
    const asked = new URL(request.url).searchParams.get('done')
    const done = DONE.find((each) => each === asked) ?? null
    const cookie = languageCookie(request)
    return json({ lang: langOf(request), account, done }, { headers: cookie ? { 'Set-Cookie': cookie } : {} })
  })

/** Signs out of one session, or everywhere. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'account')
    const form = await readForm(request)
    if (form.get('intent') === 'end_all') {
      await endAllSessions(context, viewer)
      return redirect(patterns.signIn, { status: 303, headers: [await signedOutCookie(context)] })
    }
    await endSession(context, viewer, form.get('session') ?? '')
    return redirect(`${patterns.account}?done=session`, 303)
  })

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: accountsCss }]

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('accounts:own.title')} · ${t('frame:name')}` }]
}

export default function Account() {
  return <AccountPage {...useLoaderData<typeof loader>()} />
}
