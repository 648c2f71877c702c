import { type AppLoadContext, type Cookie, createCookie, redirect } from '@remix-run/node'
import { firstPlace, isOwnAccount, mayGoTo, type Place } from './auth/access.ts'
import type { SignedIn } from './auth/begin-session.server.ts'
import { browserFamily } from './auth/browser-family.ts'
import { safeNext } from './auth/next-page.ts'
import { viewerOf } from './auth/session.server.ts'
import type { SignInParts } from './auth/sign-in.server.ts'
import type { Viewer } from './auth/viewer.ts'
import { NotFound } from './errors.ts'
import { dropKept, keepSealed } from './http/sealed-cookie.server.ts'
import { patterns, signInPath } from './paths.ts'

const DEVICE_S = 180 * 86_400

/** `__Host-` keeps a cookie from being set by another host of the domain; it needs https. */
function cookie(name: string, production: boolean, maxAge?: number): Cookie {
  return createCookie(production ? `__Host-${name}` : name, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: production,
    ...(maxAge === undefined ? {} : { maxAge }),
  })
}

const sessionCookie = { true: cookie('hl_session', true), false: cookie('hl_session', false) }
const deviceCookie = {
  true: cookie('hl_device', true, DEVICE_S),
  false: cookie('hl_device', false, DEVICE_S),
}

type Production = Pick<AppLoadContext, 'config'>

async function read(request: Request, from: Cookie): Promise<string | null> {
  const value: unknown = await from.parse(request.headers.get('cookie'))
  return typeof value === 'string' && value.length <= 100 ? value : null
}

export const sessionIdOf = (request: Request, { config }: Production) =>
  read(request, sessionCookie[`${config.production}`])

/** What deeds about signing in and accounts need. */
export const signInPartsOf = ({ store, clock, secret, limits }: AppLoadContext): SignInParts => ({
  ...{ store, clock },
  ...{ key: secret.key, guesses: limits.signIns },
})

/** What a browser brings to the sign-in form besides what was typed. */
export async function browserOf(request: Request, context: AppLoadContext) {
  return {
    address: context.visitor,
    deviceMark: await read(request, deviceCookie[`${context.config.production}`]),
    sessionId: await sessionIdOf(request, context),
    browser: browserFamily(request.headers.get('user-agent')),
  }
}

/**
 * See other, signed in: to where one wanted to go, but first to the second factor where it is owed. What was kept on
 * the way in is dropped.
 */
export async function signedInAnswer(
  request: Request,
  context: AppLoadContext,
  { sessionId, deviceMark, viewer }: SignedIn,
  next: string | null,
): Promise<Response> {
  const kept = `${context.config.production}` as const
  const headers = new Headers([
    ['Set-Cookie', await sessionCookie[kept].serialize(sessionId)],
    ['Set-Cookie', await deviceCookie[kept].serialize(deviceMark)],
    ...dropKept(request, context, ['hl_half', 'hl_provider']),
  ])
  const onward = safeNext(next) ?? firstPageOf(viewer)
  return redirect(viewer.mayChange ? onward : patterns.accountSecondFactor, { status: 303, headers })
}

/** Where somebody signed in is at home. */
export const firstPageOf = ({ role }: Viewer): string => patterns[firstPlace(role)]

/** See other, to where the code is asked for; the browser keeps that the password was right. */
export function codeNeededAnswer(
  request: Request,
  context: AppLoadContext,
  half: string,
  next: string | null,
): Response {
  const kept = keepSealed(context, 'hl_half', half)
  const headers = new Headers([...dropKept(request, context, ['hl_provider']), kept])
  const onward = safeNext(next)
  return redirect(onward ? signInPath(onward) : patterns.signIn, { status: 303, headers })
}

/** The session is forgotten; the device's mark stays, so that its owner is let in again under a guessing attack. */
export async function signedOutCookie({ config }: Production): Promise<[string, string]> {
  return ['Set-Cookie', await sessionCookie[`${config.production}`].serialize('', { maxAge: 0 })]
}

export async function viewerFrom(request: Request, context: AppLoadContext): Promise<Viewer | null> {
  return viewerOf(context, await sessionIdOf(request, context))
}

const isChange = (request: Request) => request.method !== 'GET' && request.method !== 'HEAD'

/**
 * Who is signed in and may go to this place.
 * @throws Response leading to the sign-in page, and from there back to where one wanted to go; or, when an account
 * lacks the second factor its role needs and would change something, to where it is set
 * @throws NotFound where the place is not for this role: from outside it does not exist
 */
export async function requireViewer(
  request: Request,
  context: AppLoadContext,
  place: Place,
): Promise<Viewer> {
  const viewer = await viewerFrom(request, context)
  if (viewer && !mayGoTo(place, viewer.role)) throw new NotFound()
  if (viewer && !viewer.mayChange && isChange(request) && !isOwnAccount(place)) {
    throw redirect(patterns.accountSecondFactor, 303)
  }
  if (viewer) return viewer
  const { pathname, search } = new URL(request.url)
  const next = request.method === 'GET' ? `?${new URLSearchParams({ next: pathname + search })}` : ''
  throw redirect(patterns.signIn + next, 303)
}
