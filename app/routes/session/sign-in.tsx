import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CodePage } from '#app/auth/code-page.tsx'
import { readHalfSignIn } from '#app/auth/half-sign-in.server.ts'
import { safeNext } from '#app/auth/next-page.ts'
import { SignInPage } from '#app/auth/sign-in-page.tsx'
import { readForm } from '#app/http/form.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { dropSealed, readSealed } from '#app/http/sealed-cookie.server.ts'
import { signInStep } from '#app/http/sign-in-steps.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns, signInPath } from '#app/paths.ts'
import { firstPageOf, viewerFrom } from '#app/session-cookie.ts'
import accountsCss from '#app/ui/accounts.css?url'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = safeNext(new URL(request.url).searchParams.get('next'))
  const viewer = await viewerFrom(request, context)
  if (viewer) throw redirect(next ?? firstPageOf(viewer), 303)
  const half = readSealed(request, context, 'hl_half')
  const { store, secret, clock } = context
  const waiting = await readHalfSignIn({ db: store.read, key: secret.key, clock }, half)
  const cookie = languageCookie(request)
  const step = waiting ? ('code' as const) : ('password' as const)
  const page = { lang: langOf(request), next, step, provider: context.signInProvider !== null }
  return json(page, { headers: cookie ? { 'Set-Cookie': cookie } : {} })
}

/** Signs in; a wrong guess keeps the e-mail and says one thing, whatever was wrong. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const form = await readForm(request)
    if (form.get('intent') === 'restart') {
      const next = safeNext(form.get('next'))
      return redirect(next ? signInPath(next) : patterns.signIn, {
        status: 303,
        headers: [dropSealed(context, 'hl_half')],
      })
    }
    const answer = await signInStep(request, context, form)
    if (answer instanceof Response) throw answer
    if (answer.kind !== 'too_many') return json(answer, 400)
    return json(answer, { status: 429, headers: { 'Retry-After': `${answer.retryAfter}` } })
  })

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: accountsCss }]

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  const title = t(data?.step === 'code' ? 'accounts:code.title' : 'session:title')
  return [{ title: `${title} · ${t('frame:name')}` }]
}

export default function SignIn() {
  const { lang, next, step, provider } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  if (step === 'code' && answer?.kind !== 'expired' && answer?.kind !== 'refused') {
    return <CodePage lang={lang} next={next} refused={answer} />
  }
  const refused = answer && answer.kind !== 'wrong_code' ? answer : null
  return <SignInPage lang={lang} next={next} provider={provider} refused={refused} />
}
