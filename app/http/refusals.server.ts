import { Conflict, Forbidden, NotFound } from '#app/errors.ts'
import type { Trouble } from '#app/ui/trouble-page.tsx'
import { StoreUnavailable } from '#db/group-commit.ts'
import { citizenResponse } from './citizen-response.server.ts'
import { BodyTooLarge, NotAForm } from './form.server.ts'
import { langOf } from './language.server.ts'
import { troubleDocument } from './trouble-document.tsx'

const RETRY_AFTER_S = '5'

/** Which refusal of a deed is which status and which page; anything else is a fault. */
const REFUSALS = [
  { refusal: NotFound, status: 404, kind: 'not_found' },
  { refusal: Forbidden, status: 403, kind: 'forbidden' },
  { refusal: Conflict, status: 409, kind: 'conflict' },
  { refusal: BodyTooLarge, status: 413, kind: 'too_large' },
  { refusal: NotAForm, status: 415, kind: 'method' },
  { refusal: StoreUnavailable, status: 503, kind: 'unavailable' },
] as const satisfies { refusal: unknown; status: number; kind: Trouble }[]

/** Runs a door that answers by itself, and turns what its deeds refuse into a calm page with the right status. */
export async function answering(request: Request, door: () => Promise<Response>): Promise<Response> {
  try {
    return await door()
  } catch (thrown) {
    return refusal(request, thrown)
  }
}

/** Runs the loader or action of a document: a refusal is thrown as a response, for the boundary to show. */
export async function onPage<T>(request: Request, door: () => Promise<T>): Promise<T> {
  try {
    return await door()
  } catch (thrown) {
    throw refusal(request, thrown)
  }
}

/** @throws what is no refusal: a fault, or a response already */
function refusal(request: Request, thrown: unknown): Response {
  const found = REFUSALS.find((known) => thrown instanceof known.refusal)
  if (!found) throw thrown
  const headers = found.status === 503 ? { 'Retry-After': RETRY_AFTER_S } : {}
  return citizenResponse(troubleDocument(found.kind, langOf(request)), { status: found.status, headers })
}
