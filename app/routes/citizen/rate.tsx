import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { citizenResponse, seeOther } from '#app/http/citizen-response.server.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { notUsableDocument } from '#app/invitations/citizen-documents.tsx'
import { invitationToRate } from '#app/invitations/invitation-to-rate.server.ts'
import { readRatingCode } from '#app/invitations/rating-code.ts'
import { receiptPath } from '#app/paths.ts'
import { ratingDocument, ratingPageOf } from '#app/responses/rating-document.server.tsx'
import { ratingForm } from '#app/responses/rating-form.ts'
import { isRepeat, submitResponse } from '#app/responses/submit-response.server.ts'

/** The rating page: no script, one response, one statement. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  answering(request, async () => {
    const lang = langOf(request)
    const code = readRatingCode(params.code ?? '')
    const invitation = code && (await invitationToRate(context.store.read, code, context.clock.now()))
    if (!invitation) return citizenResponse(notUsableDocument(lang, params.code ?? ''), { status: 404 })
    const page = ratingPageOf(invitation, lang)
    const unique = randomUUID()
    const cookie = languageCookie(request)
    const headers: Record<string, string> = cookie ? { 'Set-Cookie': cookie } : {}
    if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) {
      return citizenResponse(page.plain(unique), { headers })
    }
    return citizenResponse(page.gzip(unique), { headers: { ...headers, 'Content-Encoding': 'gzip' } })
  })

/** One tap: stored at once, then see other; the same submission gets the same receipt. */
export const action = ({ request, params, context }: ActionFunctionArgs) =>
  answering(request, async () => {
    const form = await readForm(request)
    const lang = langOf(request)
    const typed = params.code ?? ''
    const code = readRatingCode(typed)
    if (!code) return citizenResponse(notUsableDocument(lang, typed), { status: 404 })
    const parsed = parseForm(form, ratingForm)
    const { store, clock, secret, limits, visitor } = context
    const again = async (
      status: number,
      shown: Parameters<typeof ratingDocument>[2],
      headers?: HeadersInit,
    ) => {
      const invitation = await invitationToRate(store.read, code, clock.now())
      if (!invitation) return citizenResponse(notUsableDocument(lang, typed), { status: 404 })
      return citizenResponse(ratingDocument(invitation, lang, shown), { status, ...(headers && { headers }) })
    }
    if ('problems' in parsed) {
      const submission = parsed.problems.has('submission') ? randomUUID() : (parsed.typed.submission ?? '')
      return again(400, { submission, problem: 'level' })
    }
    const { level, submission, lang: chosen } = parsed.value
    const wait = limits.ratings.take(visitor)
    if (wait > 0 && !(await isRepeat({ db: store.read, secret }, submission))) {
      return again(429, { submission, problem: 'tooMany', chosen: level }, { 'Retry-After': String(wait) })
    }
    const sent = { code, level, submission, lang: chosen ?? lang }
    const result = await submitResponse({ store, secret, clock }, sent)
    if (result.kind === 'unusable') return citizenResponse(notUsableDocument(lang, typed), { status: 404 })
    if (result.kind !== 'stored' && wait === 0) limits.ratings.giveBack(visitor)
    return seeOther(receiptPath(result.receipt))
  })
