import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { forgottenForm } from '#app/auth/account-forms.ts'
import { ForgottenPage } from '#app/auth/forgotten-page.tsx'
import { sendPasswordLink } from '#app/auth/forgotten-password.server.ts'
import { LONGEST_EMAIL } from '#app/auth/sign-in-form.ts'
import { NotFound } from '#app/errors.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { signInPartsOf } from '#app/session-cookie.ts'
import accountsCss from '#app/ui/accounts.css?url'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const cookie = languageCookie(request)
  const asked = new URL(request.url).searchParams.has('asked')
  const page = { lang: langOf(request), mail: context.mailer !== null, asked }
  return json(page, { headers: cookie ? { 'Set-Cookie': cookie } : {} })
}

/** Answers before it looks: a known and an unknown address cost the same and read the same. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const { mailer, config, visitor: address, log, requestId: id } = context
    if (!mailer) throw new NotFound()
    const form = await readForm(request)
    const parsed = parseForm(form, forgottenForm)
    if ('problems' in parsed) {
      const typed = (form.get('email') ?? '').slice(0, LONGEST_EMAIL)
      return json({ kind: 'not_an_email' as const, typed }, 400)
    }
    const asked = { ...parsed.value, address, lang: langOf(request), origin: config.origin }
    sendPasswordLink(signInPartsOf(context), mailer, asked).catch((err: unknown) =>
      log.error({ id, err }, 'a password link was not sent'),
    )
    throw redirect(`${patterns.forgottenPassword}?asked`, 303)
  })

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: accountsCss }]

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('accounts:forgotten.title')} · ${t('frame:name')}` }]
}

export default function ForgottenPassword() {
  return (
    <ForgottenPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />
  )
}
