import type { Response as ExpressResponse } from 'express'
import type { KioskProblem, ProblemCode } from '#app/kiosk/kiosk-api.ts'
import { StoreUnavailable } from '#db/group-commit.ts'
import { BodyTooLarge, readBody } from './form.server.ts'

/** The body is not JSON, or not sent as such. */
export class NotJson extends Error {}

const RETRY_AFTER_S = 5

/** Every refusal of the JSON interfaces: its status, and what it says to a person reading logs. */
const PROBLEMS = {
  not_json: [400, 'The body is not JSON'],
  bad_request: [400, 'The body does not have the members asked for'],
  too_many_entries: [400, 'A batch has at most 50 entries'],
  unknown: [401, 'The credential is unknown'],
  revoked: [401, 'The credential has been revoked'],
  expired: [401, 'The credential has expired'],
  forbidden: [403, 'The request comes from another site'],
  wrong_code: [403, 'The pairing code is wrong, used or over'],
  method: [405, 'Only POST is answered here'],
  entries_waiting: [409, 'Entries of another counter wait on the tablet'],
  too_large: [413, 'The body is too large'],
  too_many: [429, 'Too many requests'],
  fault: [500, 'The server made a mistake'],
  unavailable: [503, 'The store cannot write just now'],
} as const satisfies Record<ProblemCode, readonly [number, string]>

const HEADERS = { 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store' }

function problemOf(code: ProblemCode): KioskProblem {
  const [status, title] = PROBLEMS[code]
  return { type: 'about:blank', title, status, code }
}

/** A refusal as RFC 9457 writes it. */
export function problem(code: ProblemCode, more: Record<string, string> = {}): Response {
  const body = problemOf(code)
  return new Response(JSON.stringify(body), { status: body.status, headers: { ...HEADERS, ...more } })
}

export function jsonAnswer(body: object): Response {
  const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' }
  return new Response(JSON.stringify(body), { headers })
}

/** The same refusal outside the doors. */
export function problemAnswer(response: ExpressResponse, code: ProblemCode): void {
  const body = problemOf(code)
  response.status(body.status).set(HEADERS).end(JSON.stringify(body))
}

/** Reads a JSON body of at most `cap` bytes. @throws BodyTooLarge, NotJson */
export async function readJson(request: Request, cap: number): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) throw new NotJson()
  const text = (await readBody(request, cap)).toString('utf8')
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new NotJson('Not JSON', { cause })
  }
}

/** Runs a door of a JSON interface, and turns what is refused into a problem. @throws a fault */
export async function answeringJson(door: () => Promise<Response>): Promise<Response> {
  try {
    return await door()
  } catch (thrown) {
    if (thrown instanceof BodyTooLarge) return problem('too_large')
    if (thrown instanceof NotJson) return problem('not_json')
    if (thrown instanceof StoreUnavailable)
      return problem('unavailable', { 'Retry-After': String(RETRY_AFTER_S) })
    throw thrown
  }
}

/** The loader of an address that takes POST alone. */
export const postOnly = async (): Promise<Response> => problem('method', { Allow: 'POST' })
