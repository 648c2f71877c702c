import {
  type AppLoadContext,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ProviderRefusedPage } from '#app/auth/provider-refused-page.tsx'
import { signInByProvider } from '#app/auth/sign-in-by-provider.server.ts'
import { NotFound } from '#app/errors.ts'
import { langOf } from '#app/http/language.server.ts'
import { onPage } from '#app/http/refusals.server.ts'
import { dropSealed, readSealed } from '#app/http/sealed-cookie.server.ts'
import { textsIn } from '#app/i18n/texts.ts'
import type { Leaving } from '#app/integrations/sign-in-provider.server.ts'
import { browserOf, codeNeededAnswer, signedInAnswer, signInPartsOf } from '#app/session-cookie.ts'
import accountsCss from '#app/ui/accounts.css?url'

/**
 * Where the city's own sign-in sends the browser back to. A GET by the protocol's nature, and the one that begins
 * something: it does so only with what this browser was given when it left.
 */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  onPage(request, async () => {
    if (!context.signInProvider) throw new NotFound()
    const kept = readSealed(request, context, 'hl_provider')
    const came = kept ? await cameBack(request, context, JSON.parse(kept)) : 'failed'
    if (came instanceof Response) throw came
    const headers = [dropSealed(context, 'hl_provider')]
    return json({ lang: langOf(request), why: came }, { status: 403, headers })
  })

type Kept = Leaving & { next: string | null }

async function cameBack(
  request: Request,
  context: AppLoadContext,
  kept: Kept,
): Promise<Response | 'refused' | 'failed'> {
  const { search } = new URL(request.url)
  const vouched = await context.signInProvider?.comeBack(search, kept).catch((err: unknown) => {
    // Its message may quote what came in the address; its kind is enough to look for the cause.
    context.log.warn(
      { id: context.requestId, kind: (err as { code?: string }).code ?? 'unknown' },
      'sign-in provider',
    )
  })
  if (!vouched) return 'failed'
  const answer = await signInByProvider(signInPartsOf(context), vouched, await browserOf(request, context))
  if (answer.kind === 'signed_in') return signedInAnswer(request, context, answer, kept.next)
  return answer.kind === 'refused' ? 'refused' : codeNeededAnswer(request, context, answer.half, kept.next)
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: accountsCss }]

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = textsIn[data?.lang ?? 'vi']
  return [{ title: `${t('accounts:signIn.providerTitle')} · ${t('frame:name')}` }]
}

export default function ProviderReturn() {
  return <ProviderRefusedPage {...useLoaderData<typeof loader>()} />
}
