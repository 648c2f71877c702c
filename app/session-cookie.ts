import { type AppLoadContext, type Cookie, createCookie, redirect } from '@remix-run/node'
import { viewerOf } from './auth/session.server.ts'
import type { Viewer } from './auth/viewer.ts'
import { patterns } from './paths.ts'

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

export const deviceMarkOf = (request: Request, { config }: Production) =>
  read(request, deviceCookie[`${config.production}`])

/** What the browser is told to keep after signing in. */
export async function signedInCookies(
  { config }: Production,
  { sessionId, deviceMark }: { sessionId: string; deviceMark: string },
): Promise<[string, string][]> {
  const kept = `${config.production}` as const
  return [
    ['Set-Cookie', await sessionCookie[kept].serialize(sessionId)],
    ['Set-Cookie', await deviceCookie[kept].serialize(deviceMark)],
  ]
}

/** The session is forgotten; the device's mark stays, so that its owner is let in again under a guessing attack. */
export async function signedOutCookie({ config }: Production): Promise<[string, string]> {
  return ['Set-Cookie', await sessionCookie[`${config.production}`].serialize('', { maxAge: 0 })]
}

export async function viewerFrom(request: Request, context: AppLoadContext): Promise<Viewer | null> {
  return viewerOf(context, await sessionIdOf(request, context))
}

/** Who is signed in. @throws Response leading to the sign-in page, and from there back to where one wanted to go */
export async function requireViewer(request: Request, context: AppLoadContext): Promise<Viewer> {
  const viewer = await viewerFrom(request, context)
  if (viewer) return viewer
  const { pathname, search } = new URL(request.url)
  throw redirect(`${patterns.signIn}?${new URLSearchParams({ next: pathname + search })}`, 303)
}
