import { randomUUID } from 'node:crypto'
import { dayOf } from '#app/calendar/day.ts'
import { caseCalendar } from '#app/feedback-cases/case-calendar.server.ts'
import { CASE_STYLES, tellDocument } from '#app/feedback-cases/case-document.server.tsx'
import { CASE_FIELDS, type CaseForm, caseForm } from '#app/feedback-cases/case-form.ts'
import type { CaseIntent } from '#app/feedback-cases/feedback-case.ts'
import { openCase } from '#app/feedback-cases/open-case.server.ts'
import { openedMark } from '#app/feedback-cases/opened-mark.ts'
import type { TellPageProps, TellProblem } from '#app/feedback-cases/tell-page.tsx'
import { followedCasePath } from '#app/paths.ts'
import type { AppContext } from '../context.server.ts'
import { citizenResponse, seeOther } from './citizen-response.server.ts'
import { parseForm } from './form.server.ts'
import { langOf, languageCookie } from './language.server.ts'

/** Where something is told: what the form says it is about, and what its address keeps. */
export type Telling = Pick<TellPageProps, 'intent' | 'about' | 'asked'> & { city?: string }

type Told = Pick<AppContext, 'store' | 'clock' | 'secret' | 'contactKeys' | 'limits' | 'visitor'>

interface Shown {
  status?: number
  headers?: Record<string, string>
  problems?: TellProblem[]
  typed?: Record<string, string>
}

/** The form, empty or with what was typed and what is wrong with it. */
export async function tellForm(request: Request, context: Told, telling: Telling, shown: Shown = {}) {
  const { settings } = await caseCalendar(context.store.read)
  const { typed = {}, problems = [], status = 200 } = shown
  const cookie = languageCookie(request)
  const html = tellDocument({
    ...telling,
    lang: langOf(request),
    submission: typed.submission || randomUUID(),
    opened: typed.opened || openedMark(context.secret, context.clock.now()),
    days: { handling: settings.handlingDays, contact: settings.contactDays },
    ...{ typed, problems },
  })
  const headers = { ...shown.headers, ...(cookie && { 'Set-Cookie': cookie }) }
  return citizenResponse(html, { status, headers, styles: CASE_STYLES })
}

/**
 * Takes a case in and leads to where it is followed; bad input comes back at its field with what was typed.
 * `officeOf` answers the office it is about, null for one that cannot be chosen.
 */
export async function takeIn(
  request: Request,
  context: Told,
  telling: Telling,
  form: URLSearchParams,
  { officeOf, origin }: { officeOf: (form: CaseForm) => string | null; origin: 'rating' | 'open' },
): Promise<Response> {
  const typed = Object.fromEntries(form)
  const parsed = parseForm(form, caseForm)
  if ('problems' in parsed) {
    const fields = CASE_FIELDS.filter((field) => parsed.problems.has(field))
    const problems: TellProblem[] = fields.length > 0 ? fields : ['form']
    // A form whose own number is broken gets a new one.
    const kept = parsed.problems.has('submission') ? { ...typed, submission: '' } : typed
    return tellForm(request, context, telling, { status: 400, problems, typed: kept })
  }
  const officeId = officeOf(parsed.value)
  if (!officeId) return tellForm(request, context, telling, { status: 400, problems: ['office'], typed })
  const wait = context.limits.cases.take(context.visitor)
  if (wait > 0) {
    const headers = { 'Retry-After': String(wait) }
    return tellForm(request, context, telling, { status: 429, headers, problems: ['tooMany'], typed })
  }
  const told = { form: parsed.value, officeId, origin, lang: langOf(request) }
  const { code, opened } = await openCase(context, told)
  if (!opened) context.limits.cases.giveBack(context.visitor)
  return seeOther(`${followedCasePath(code)}?moi=1`)
}

export const isCaseIntent = (intent: string | null): intent is CaseIntent =>
  intent === 'gop-y' || intent === 'phan-anh'

export const todayOf = ({ clock }: Pick<AppContext, 'clock'>) => dayOf(clock.now())
