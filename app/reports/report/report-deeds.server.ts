import type { Viewer } from '#app/auth/viewer.ts'
import type { Clock } from '#app/calendar/clock.ts'
import { Forbidden } from '#app/errors.ts'
import type { Store } from '#db/connection.ts'
import {
  askToReopen,
  type CloseOutcome,
  keepClosed,
  proposeClose,
  reopenPeriod,
  signClose,
  withdrawClose,
} from '../close-period.server.ts'
import type { Report } from './report.ts'
import { type ReportDone, type ReportProblem, readReportTexts } from './report-form.ts'
import { saveReportTexts } from './save-report-texts.server.ts'

interface Parts {
  store: Pick<Store, 'read' | 'write'>
  clock: Clock
}

/** Everybody else who reads reports changes nothing in them. */
const SIGNATORIES: readonly Viewer['role'][] = ['city_office', 'home_affairs']

export type ReportOutcome = { done: ReportDone } | { problem: { kind: ReportProblem; field: string } }

/** What a report's page asks to be done: sign, withdraw, reopen, or save what was written. */
export async function doToReport(
  parts: Parts,
  viewer: Viewer,
  report: Report,
  form: URLSearchParams,
): Promise<ReportOutcome> {
  if (!SIGNATORIES.includes(viewer.role)) throw new Forbidden()
  const deed = form.get('deed') ?? ''
  if (deed === 'save') {
    const { texts, tooLong } = readReportTexts(form)
    const [first] = tooLong
    if (first) return { problem: { kind: 'too_long', field: first } }
    await saveReportTexts(parts, viewer, report.period, report.scope.office, texts)
    return { done: 'saved' }
  }
  const known = DEEDS[deed]
  if (!known) return { problem: { kind: 'not_proposed', field: 'reason' } }
  const asked = { report, id: report.close?.id ?? '', reason: form.get('reason') ?? '' }
  const outcome = await known.run(parts, viewer, asked)
  return 'problem' in outcome ? { problem: { kind: outcome.problem, field: 'reason' } } : { done: known.done }
}

interface Asked {
  report: Report
  id: string
  reason: string
}

/** What each button of the page does, and what is said when it is done. */
const DEEDS: Record<
  string,
  { done: ReportDone; run(parts: Parts, viewer: Viewer, asked: Asked): Promise<CloseOutcome> }
> = {
  propose: {
    done: 'proposed',
    run: (parts, viewer, { report }) => proposeClose(parts, viewer, report.period),
  },
  sign: { done: 'signed', run: (parts, viewer, { id }) => signClose(parts, viewer, id) },
  withdraw: { done: 'withdrawn', run: (parts, viewer, { id }) => withdrawClose(parts, viewer, id) },
  ask: { done: 'asked', run: (parts, viewer, { id, reason }) => askToReopen(parts, viewer, id, reason) },
  reopen: { done: 'reopened', run: (parts, viewer, { id }) => reopenPeriod(parts, viewer, id) },
  keep: { done: 'kept', run: (parts, viewer, { id }) => keepClosed(parts, viewer, id) },
}
