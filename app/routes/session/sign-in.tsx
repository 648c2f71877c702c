import {
  type ActionFunctionArgs,
  type AppLoadContext,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { safeNext } from '#app/auth/next-page.ts'
import { signIn } from '#app/auth/sign-in.server.ts'
import { LONGEST_EMAIL, signInForm } from '#app/auth/sign-in-form.ts'
import { SignInPage } from '#app/auth/sign-in-page.tsx'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { browserOf, signedInCookies, viewerFrom } from '#app/session-cookie.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = safeNext(new URL(request.url).searchParams.get('next'))
  if (await viewerFrom(request, context)) throw redirect(next ?? patterns.overview, 303)
  const cookie = languageCookie(request)
  return json({ lang: langOf(request), next }, { headers: cookie ? { 'Set-Cookie': cookie } : {} })
}

/** Signs in; a wrong guess keeps the e-mail and says one thing, whatever was wrong. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, () => attempted(request, context))

async function attempted(request: Request, context: AppLoadContext) {
  const form = await readForm(request)
  const parsed = parseForm(form, signInForm)
  const { store, clock, secret, limits } = context
  const parts = { store, clock, key: secret.key, guesses: limits.signIns }
  const answer =
    'problems' in parsed
      ? { kind: 'refused' as const }
      : await signIn(parts, { ...parsed.value, ...(await browserOf(request, context)) })
  if (answer.kind === 'signed_in') {
    const headers = await signedInCookies(context, answer)
    return redirect(safeNext(form.get('next')) ?? patterns.overview, { status: 303, headers })
  }
  const refused = { ...answer, email: (form.get('email') ?? '').slice(0, LONGEST_EMAIL) }
  if (answer.kind === 'refused') return json(refused, 400)
  return json(refused, { status: 429, headers: { 'Retry-After': `${answer.retryAfter}` } })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('session:title')} · ${t('frame:name')}` }]
}

export default function SignIn() {
  return <SignInPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />
}
