import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { signOut } from '#app/auth/sign-out.server.ts'
import { seeOther } from '#app/http/citizen-response.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { patterns } from '#app/paths.ts'
import { sessionIdOf, signedOutCookie } from '#app/session-cookie.ts'

/** Looking at this address changes nothing; only the form does. */
export const loader = () => redirect(patterns.overview, 303)

export const action = ({ request, context }: ActionFunctionArgs) =>
  answering(request, async () => {
    await signOut(context.store, await sessionIdOf(request, context))
    return seeOther(patterns.signIn, [await signedOutCookie(context)])
  })
