import type { AppLoadContext } from '@remix-run/node'
import pino from 'pino'
import { addStaff } from '#app/auth/add-staff.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import { sessionHash } from '#app/auth/session.server.ts'
import type { SignInParts } from '#app/auth/sign-in.server.ts'
import { readConfig } from '#app/config.server.ts'
import { DeviceMarks } from '#app/http/device-marks.server.ts'
import { KioskGate } from '#app/http/kiosk-gate.server.ts'
import { TokenBuckets } from '#app/http/rate-limit.server.ts'
import { PrintJobs } from '#app/invitations/print-jobs.server.ts'
import { PublicResults } from '#app/publication/public-results.server.ts'
import { ExportJobs } from '#app/reports/export-jobs.server.ts'
import { ReportRuns } from '#app/reports/report/report-runs.server.ts'
import { openContactKeys } from '#db/contact-keys.ts'
import { updateSecondFactorOfSession } from '#db/queries/sessions.ts'
import type { Role } from '#db/schema.ts'
import { SECRET, type SmallCity } from '#tests/world/small-city.ts'
import { LAN, signedIn } from './staff-world.ts'

/** What a door is handed, over the small city; `origin` decides whether it is production. */
export function contextOf(
  city: SmallCity,
  parts: SignInParts,
  origin = 'http://127.0.0.1:3000',
): AppLoadContext {
  const { store, clock } = city
  const env = {
    NODE_ENV: 'test' as const,
    SECRET: SECRET.key,
    DATABASE_URL: city.address,
    APP_ORIGIN: origin,
  }
  const buckets = () => new TokenBuckets(1000, 1, clock)
  return {
    config: { ...readConfig(env), clock },
    ...{ store, clock, secret: SECRET, log: pino({ level: 'silent' }) },
    contactKeys: openContactKeys(':memory:'),
    prints: new PrintJobs(clock, pino({ level: 'silent' })),
    exports: new ExportJobs(clock, pino({ level: 'silent' })),
    reportRuns: new ReportRuns(clock, pino({ level: 'silent' })),
    publicResults: new PublicResults(store.read, clock),
    mailer: null,
    signInProvider: null,
    limits: { ratings: buckets(), amendments: buckets(), cases: buckets(), signIns: parts.guesses },
    kiosks: new KioskGate(clock),
    devices: new DeviceMarks(clock, false),
    ...{ requestId: 'test', nonce: 'test', visitor: '127.0.0.1' },
  }
}

export const asking = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://127.0.0.1:3000${path}`, { headers: { 'accept-language': 'vi', ...headers } })

export const posting = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  new Request(`http://127.0.0.1:3000${path}`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { 'accept-language': 'vi', ...headers },
  })

/** The `name=value` parts of what an answer tells the browser to keep. */
export const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** The cookie header of a browser in which somebody of that role has signed in, with the second factor it needs. */
export async function cookieOf(
  city: SmallCity,
  parts: SignInParts,
  role: Role,
  officeId: string | null = null,
): Promise<string> {
  const email = `${role}@example.vn`
  const passwordHash = await hashPassword(LAN.password)
  await city.store.write((tx) =>
    addStaff(tx, city.clock, { email, name: role, role, officeId, passwordHash }),
  )
  return cookieAgain(city, parts, role)
}

/** The same of somebody who has an account since `cookieOf`. */
export async function cookieAgain(city: SmallCity, parts: SignInParts, role: Role): Promise<string> {
  const { sessionId } = await signedIn(parts, { email: `${role}@example.vn` })
  await city.store.write((tx) => updateSecondFactorOfSession(tx, sessionHash(sessionId)))
  return `hl_session=${btoa(JSON.stringify(sessionId))}`
}

/** Large pages go to React as they are (`defer`), with their status and headers beside. */
const isHandedOn = (answer: unknown): answer is { data: object; init: ResponseInit } =>
  typeof answer === 'object' && answer !== null && 'data' in answer && 'init' in answer

/** What a door answers or throws, as the browser would see it. */
export async function answered(door: () => unknown): Promise<Response> {
  try {
    const answer = await door()
    if (answer instanceof Response) return answer
    if (isHandedOn(answer)) return Response.json({ ...answer.data, toJSON: undefined }, answer.init)
    throw new TypeError('A door answered no response')
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
}
