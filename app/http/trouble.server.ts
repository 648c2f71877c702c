import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'
import type { Trouble } from '#app/ui/trouble-page.tsx'
import { CITIZEN_POLICY } from './citizen-response.server.ts'
import { langOf } from './language.server.ts'
import { troubleDocument } from './trouble-document.tsx'

/** Answers a refusal outside the pages with the same calm page, in the visitor's language. */
export function troubleAnswer(
  request: ExpressRequest,
  response: ExpressResponse,
  kind: Trouble,
  status: number,
): void {
  const headers = new Headers()
  for (const name of ['cookie', 'accept-language']) headers.set(name, request.get(name) ?? '')
  const lang = langOf(new Request(new URL(request.originalUrl, 'http://localhost'), { headers }))
  response
    .status(status)
    .set('Content-Security-Policy', CITIZEN_POLICY)
    .set('Content-Type', 'text/html; charset=utf-8')
    .end(troubleDocument(kind, lang))
}
