import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { NotFound } from '#app/errors.ts'
import { isFiledElsewhere } from '#app/feedback-cases/feedback-case.ts'
import { citizenResponse, seeOther } from '#app/http/citizen-response.server.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { tellAfterRating, toldAfterRating } from '#app/http/telling-after-rating.server.ts'
import { readReceipt } from '#app/invitations/receipt-code.ts'
import { receiptPath, tellPath } from '#app/paths.ts'
import { amendResponse } from '#app/responses/amend-response.server.ts'
import { amendmentForm } from '#app/responses/rating-form.ts'
import { placeOfAnswers, receiptDocument } from '#app/responses/receipt-document.server.tsx'
import { receiptView } from '#app/responses/receipt-view.server.ts'

const PARTS = ['level', 'respondent', 'answers', 'comment'] as const

/** Thanks, what was chosen, and all that may be added or changed for 7 days. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    const view = await receiptView(context, readReceipt(params.receipt ?? ''))
    const asked = new URL(request.url).searchParams
    if (asked.get('gui') === 'phan-anh') return tellAfterRating(request, context, view)
    const saved = PARTS.find((part) => part === asked.get('saved'))
    const cookie = languageCookie(request)
    return citizenResponse(
      receiptDocument(view, langOf(request), { saved, savedGroup: asked.get('group') ?? undefined }),
      { headers: cookie ? { 'Set-Cookie': cookie } : {} },
    )
  })

/** Amends whatever parts were sent, each alone; bad input comes back at its field with what was typed. */
export const action = ({ request, params, context }: ActionFunctionArgs) =>
  answering(request, async () => {
    const receipt = readReceipt(params.receipt ?? '')
    const form = await readForm(request)
    const intent = form.get('intent')
    if (isFiledElsewhere(intent)) return seeOther(tellPath(intent))
    const view = await receiptView(context, receipt)
    if (intent === 'phan-anh') return toldAfterRating(request, context, view, form)
    const parsed = parseForm(form, amendmentForm)
    const lang = langOf(request)
    if ('problems' in parsed) {
      const problem = parsed.problems.has('comment') ? 'commentTooLong' : 'levelMissing'
      return citizenResponse(receiptDocument(view, lang, { problem, typed: parsed.typed }), { status: 400 })
    }
    const wait = context.limits.amendments.take(context.visitor)
    if (wait > 0) {
      const headers = { 'Retry-After': String(wait) }
      return citizenResponse(receiptDocument(view, lang, { problem: 'tooMany' }), { status: 429, headers })
    }
    const result = await amendResponse(context, receipt ?? '', parsed.value)
    if (result === 'unknown') throw new NotFound()
    const saved = PARTS.find((part) => parsed.value[part] !== undefined)
    const kept = saved && (result === 'amended' || result === 'unchanged')
    if (!kept) return seeOther(receiptPath(receipt ?? ''))
    const group = saved === 'answers' ? placeOfAnswers(view, parsed.value.answers ?? {}) : undefined
    const notice = new URLSearchParams({ saved, ...(group && { group }) })
    return seeOther(`${receiptPath(receipt ?? '')}?${notice}#${group ?? saved}`)
  })
