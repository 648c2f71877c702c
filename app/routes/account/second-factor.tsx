import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { secondFactorForm } from '#app/auth/account-forms.ts'
import { secondFactorOffer } from '#app/auth/second-factor-offer.server.ts'
import { SecondFactorPage } from '#app/auth/second-factor-page.tsx'
import { removeSecondFactor, setSecondFactor } from '#app/auth/set-second-factor.server.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { keepSealed } from '#app/http/sealed-cookie.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { patterns } from '#app/paths.ts'
import { browserOf, requireViewer, signInPartsOf } from '#app/session-cookie.ts'
import accountsCss from '#app/ui/accounts.css?url'

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'accountSecondFactor')
    const { store, secret } = context
    const shown = await secondFactorOffer(store.read, secret.key, viewer, null)
    const cookie = languageCookie(request)
    const { name, role, email } = viewer
    const page = { lang: langOf(request), viewer: { name, role, email }, ...shown }
    return json(page, { headers: cookie ? { 'Set-Cookie': cookie } : {} })
  })

/** Sets or replaces the second factor, or gives it up; a refusal shows the same secret again. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  onPage(request, async () => {
    const viewer = await requireViewer(request, context, 'accountSecondFactor')
    const form = await readForm(request)
    const parsed = parseForm(form, secondFactorForm)
    const typed = 'problems' in parsed ? { offer: '', code: '', password: '' } : parsed.value
    const { address, sessionId } = await browserOf(request, context)
    const deed = form.get('intent') === 'remove' ? removeSecondFactor : setSecondFactor
    const wanted = { ...typed, address, sessionId: sessionId ?? '' }
    const answer = await deed(signInPartsOf(context), viewer, wanted)
    if (answer.kind === 'removed') throw redirect(`${patterns.account}?done=removed`, 303)
    if (answer.kind === 'set') {
      const headers = [keepSealed(context, 'hl_once', `${viewer.staffId}|${answer.codes.join(',')}`)]
      throw redirect(patterns.accountRecoveryCodes, { status: 303, headers })
    }
    const shown = await secondFactorOffer(context.store.read, context.secret.key, viewer, typed.offer)
    return json({ ...shown, refused: answer }, answer.kind === 'too_many' ? 429 : 400)
  })

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: accountsCss }]

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('accounts:own.factorTitle')} · ${t('frame:name')}` }]
}

export default function SecondFactor() {
  const answer = useActionData<typeof action>() ?? { refused: null }
  return <SecondFactorPage {...useLoaderData<typeof loader>()} {...answer} />
}
