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
  const id = report.close?.id ?? ''
  const [outcome, done] = await closing(parts, viewer, report, { deed, id, reason: form.get('reason') ?? '' })
  return 'problem' in outcome ? { problem: { kind: outcome.problem, field: 'reason' } } : { done }
}

async function closing(
  parts: Parts,
  viewer: Viewer,
  { period }: Report,
  { deed, id, reason }: { deed: string; id: string; reason: string },
): Promise<[CloseOutcome, ReportDone]> {
  if (deed === 'propose') return [await proposeClose(parts, viewer, period), 'proposed']
  if (deed === 'sign') return [await signClose(parts, viewer, id), 'signed']
  if (deed === 'withdraw') return [await withdrawClose(parts, viewer, id), 'withdrawn']
  if (deed === 'ask') return [await askToReopen(parts, viewer, id, reason), 'asked']
  if (deed === 'reopen') return [await reopenPeriod(parts, viewer, id), 'reopened']
  if (deed === 'keep') return [await keepClosed(parts, viewer, id), 'kept']
  return [{ problem: 'not_proposed' }, 'kept']
}
