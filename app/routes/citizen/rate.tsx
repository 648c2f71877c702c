import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { v7 as newSubmission } from 'uuid'
import { citizenResponse, seeOther } from '#app/http/citizen-response.server.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { again, asked, notUsable } from '#app/http/rating-answers.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { readRatingCode } from '#app/invitations/rating-code.ts'
import { receiptPath } from '#app/paths.ts'
import { isQuickAnswer } from '#app/responses/quick-answer.ts'
import { ratingPageOf } from '#app/responses/rating-document.server.tsx'
import { ratingForm } from '#app/responses/rating-form.ts'
import { isRepeat, submitResponse } from '#app/responses/submit-response.server.ts'

/** Back shows the page with the submission it had, so that another face amends; anew it is asked for again. */
const KEPT_FOR_BACK = 'private, no-cache'

/** The rating page: no script, one response, one statement. */
export const loader = (args: LoaderFunctionArgs) =>
  asked(args, (invitation, lang) => {
    const { request } = args
    const headers = new Headers({ 'Cache-Control': KEPT_FOR_BACK })
    const cookie = languageCookie(request)
    if (cookie) headers.set('Set-Cookie', cookie)
    const page = ratingPageOf(invitation, lang)
    if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) {
      return citizenResponse(page.plain(newSubmission()), { headers })
    }
    headers.set('Content-Encoding', 'gzip')
    return citizenResponse(page.gzip(newSubmission()), { headers })
  })

/** One tap: stored at once, then see other; the same submission gets the same receipt. */
export const action = async (args: ActionFunctionArgs) =>
  answering(args.request, async () => {
    const { store, clock, secret, limits, visitor, devices } = args.context
    const parsed = parseForm(await readForm(args.request), ratingForm)
    if ('problems' in parsed) {
      const submission = parsed.problems.has('submission') ? newSubmission() : (parsed.typed.submission ?? '')
      return again(args, 400, { submission, problem: 'level' })
    }
    const code = readRatingCode(args.params.code ?? '')
    if (!code) return notUsable(args)
    const { level, submission, lang } = parsed.value
    const wait = limits.ratings.take(visitor)
    if (wait > 0 && !(await isRepeat({ db: store.read, secret }, submission))) {
      return again(args, 429, { submission, problem: 'tooMany', chosen: level }, { 'Retry-After': `${wait}` })
    }
    const { device, cookie } = devices.of(args.request.headers.get('cookie'))
    const mark = { device, isQuick: isQuickAnswer(submission, clock.now()) }
    const sent = { code, level, submission, lang: lang ?? langOf(args.request), mark }
    const result = await submitResponse({ store, secret, clock }, sent)
    if (result.kind === 'unusable') return notUsable(args)
    if (result.kind !== 'stored' && wait === 0) limits.ratings.giveBack(visitor)
    return seeOther(receiptPath(result.receipt), cookie ? { 'Set-Cookie': cookie } : {})
  })
