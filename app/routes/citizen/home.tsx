import type { LoaderFunctionArgs } from '@remix-run/node'
import { citizenResponse, seeOther } from '#app/http/citizen-response.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { homeDocument, notUsableDocument } from '#app/invitations/citizen-documents.tsx'
import { readRatingCode } from '#app/invitations/rating-code.ts'
import { ratePath } from '#app/paths.ts'

/** What this is, and a place to type a code; a typed one that can be right goes to its page. */
export function loader({ request }: LoaderFunctionArgs) {
  const lang = langOf(request)
  const typed = new URL(request.url).searchParams.get('code')
  const code = typed === null ? null : readRatingCode(typed)
  if (code) return seeOther(ratePath(code.kind === 'standing' ? code.code : code.token))
  if (typed) return citizenResponse(notUsableDocument(lang, typed), { status: 404 })
  const cookie = languageCookie(request)
  return citizenResponse(homeDocument(lang), { headers: cookie ? { 'Set-Cookie': cookie } : {} })
}
