import type { LoaderFunctionArgs } from '@remix-run/node'
import { safeNext } from '#app/auth/next-page.ts'
import { NotFound } from '#app/errors.ts'
import { seeOther } from '#app/http/citizen-response.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { keepSealed } from '#app/http/sealed-cookie.server.ts'
import { patterns } from '#app/paths.ts'

/** Leads to the city's own sign-in; what its answer is checked against stays, sealed, in this browser. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    if (!context.signInProvider) throw new NotFound()
    const next = safeNext(new URL(request.url).searchParams.get('next'))
    try {
      const { address, leaving } = await context.signInProvider.leave()
      const kept = keepSealed(context, 'hl_provider', JSON.stringify({ ...leaving, next }))
      return seeOther(address.href, [kept])
    } catch (err) {
      context.log.error({ id: context.requestId, err }, 'the sign-in provider did not answer')
      return seeOther(patterns.providerReturn)
    }
  })
