import type { LoaderFunctionArgs } from '@remix-run/node'
import { readCaseCode } from '#app/feedback-cases/case-code.ts'
import { CASE_STYLES, followDocument } from '#app/feedback-cases/case-document.server.tsx'
import { caseByCode } from '#app/feedback-cases/followed-case.server.ts'
import { citizenResponse, seeOther } from '#app/http/citizen-response.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { followedCasePath } from '#app/paths.ts'

/** A place to type the code (`?ma=`); one of ours leads to its case, another is shown back. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    const typed = new URL(request.url).searchParams.get('ma')
    const lang = langOf(request)
    const code = typed === null ? null : readCaseCode(typed)
    if (code && (await caseByCode(context, code))) return seeOther(followedCasePath(code))
    const cookie = languageCookie(request)
    return citizenResponse(followDocument(lang, typed ?? undefined), {
      status: typed === null ? 200 : 404,
      headers: cookie ? { 'Set-Cookie': cookie } : {},
      styles: CASE_STYLES,
    })
  })
