import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { NotFound } from '#app/errors.ts'
import { CASE_STYLES, followedCaseDocument } from '#app/feedback-cases/case-document.server.tsx'
import { followForm } from '#app/feedback-cases/case-form.ts'
import { caseQr } from '#app/feedback-cases/case-qr.server.ts'
import { citizenSays } from '#app/feedback-cases/citizen-says.server.ts'
import { followedCase } from '#app/feedback-cases/followed-case.server.ts'
import type { FollowedCasePageProps } from '#app/feedback-cases/followed-case-page.tsx'
import { citizenResponse, seeOther } from '#app/http/citizen-response.server.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { langOf, languageCookie } from '#app/http/language.server.ts'
import { answering } from '#app/http/refusals.server.ts'
import { followedCasePath, patterns } from '#app/paths.ts'

const SAVED = ['rated', 'reopened', 'forgotten', 'late'] as const

type Args = Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>
type Shown = Pick<FollowedCasePageProps, 'wrong' | 'typed'> & { status?: number }

/** State, deadline, answer, and what the citizen may still say; whoever holds the code. */
async function page({ request, params, context }: Args, { status = 200, ...shown }: Shown = {}) {
  const view = await followedCase(context, params.case ?? '')
  const { origin } = context.config
  const asked = new URL(request.url).searchParams
  const cookie = languageCookie(request)
  const html = followedCaseDocument({
    ...{ lang: langOf(request), view, qr: caseQr(origin, view.code), isNew: asked.has('moi') },
    address: `${new URL(origin).host}${patterns.follow}`,
    saved: SAVED.find((saved) => saved === asked.get('xong')),
    ...shown,
  })
  const headers: Record<string, string> = cookie ? { 'Set-Cookie': cookie } : {}
  return citizenResponse(html, { status, headers, styles: CASE_STYLES })
}

export const loader = (args: LoaderFunctionArgs) => answering(args.request, () => page(args))

/** Rates the handling, asks for another look, or has contact data deleted. */
export const action = (args: ActionFunctionArgs) =>
  answering(args.request, async () => {
    const form = await readForm(args.request)
    const parsed = parseForm(form, followForm)
    if ('problems' in parsed) {
      const wrong = form.get('intent') === 'mo-lai' ? 'reason' : 'well'
      return page(args, { status: 400, wrong, typed: form.get('reason') ?? '' })
    }
    const typed = args.params.case ?? ''
    const result = await citizenSays(args.context, typed, parsed.value)
    if (result === 'unknown') throw new NotFound()
    return seeOther(`${followedCasePath(typed)}?xong=${result}`)
  })
