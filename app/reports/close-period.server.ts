import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import type { Clock } from '#app/calendar/clock.ts'
import { dayOf } from '#app/calendar/day.ts'
import { Forbidden, NotFound } from '#app/errors.ts'
import type { Store } from '#db/connection.ts'
import {
  findPeriodClose,
  findStandingClose,
  insertPeriodClose,
  insertPeriodRecord,
  type ListedClose,
  updatePeriodClose,
} from '#db/queries/period-closes.ts'
import type { Tx } from '#db/schema.ts'
import { type ClosablePeriod, type CloseProblem, type CloseStatus, earliestClose } from './period-close.ts'
import { periodRecord } from './period-record.server.ts'
import { recordHash, writtenRecord } from './period-record.ts'

interface Parts {
  store: Pick<Store, 'read' | 'write'>
  clock: Clock
}

export type CloseOutcome = { id: string } | { problem: CloseProblem }

/** Who signs first and who second: two people of different offices (P8). */
const PROPOSER = 'city_office'
const SECOND = 'home_affairs'

const may = (viewer: Viewer, role: Viewer['role']) => viewer.role === role && viewer.mayChange

/**
 * Freezes a period's figures under their SHA-256 with the first signature; they stay as they are from then on. Refused
 * before the 8th day after the period, and while another record of it stands.
 */
export async function proposeClose(
  { store, clock }: Parts,
  viewer: Viewer,
  period: ClosablePeriod,
): Promise<CloseOutcome> {
  if (!may(viewer, PROPOSER)) throw new Forbidden()
  const now = clock.now()
  if (dayOf(now) < earliestClose(period)) return { problem: 'too_early' }
  // One snapshot, and not in the transaction that writes: a year's counts must not keep ratings waiting.
  const snapshot = store.read.transaction().setAccessMode('read only').setIsolationLevel('repeatable read')
  const record = await snapshot.execute((db) => periodRecord(db, period, now))
  const content = writtenRecord(record)
  const sha256 = recordHash(content)
  return store.write(async (tx) => {
    if (await findStandingClose(tx, period)) return { problem: 'already' }
    const [id, recordId, at] = [uuidv7(), uuidv7(), now.toISOString()]
    await insertPeriodRecord(tx, { id: recordId, content, sha256, frozen_at: at })
    await insertPeriodClose(tx, {
      id,
      kind: period.kind,
      period_from: period.from,
      period_to: period.to,
      record_id: recordId,
      status: 'proposed',
      proposed_by: viewer.staffId,
      proposed_at: at,
      ...UNSIGNED,
    })
    await audited(tx, clock, viewer, 'propose', { id, sha256 })
    return { id }
  })
}

const UNSIGNED = {
  signed_by: null,
  signed_at: '',
  reopen_reason: '',
  reopen_asked_by: null,
  reopen_asked_at: '',
  reopened_by: null,
  reopened_at: '',
}

/** The second signature: from now on the period is closed. */
export function signClose(parts: Parts, viewer: Viewer, id: string): Promise<CloseOutcome> {
  return step(
    parts,
    viewer,
    { id, role: SECOND, from: 'proposed', refused: 'not_proposed', verb: 'sign' },
    (at) => ({
      status: 'closed',
      signed_by: viewer.staffId,
      signed_at: at,
    }),
  )
}

/** Takes a proposal back before it is signed; its record is kept. */
export function withdrawClose(parts: Parts, viewer: Viewer, id: string): Promise<CloseOutcome> {
  const wanted = { id, role: PROPOSER, from: 'proposed', refused: 'not_proposed', verb: 'withdraw' } as const
  return step(parts, viewer, wanted, () => ({ status: 'withdrawn' }))
}

/** Asks for a closed period to be opened again, with a reason that every later report of it prints. */
export async function askToReopen(
  parts: Parts,
  viewer: Viewer,
  id: string,
  reason: string,
): Promise<CloseOutcome> {
  if (reason.trim() === '') return { problem: 'reason' }
  const wanted = { id, role: PROPOSER, from: 'closed', refused: 'not_closed', verb: 'ask_reopening' } as const
  return step(parts, viewer, wanted, (at) => ({
    status: 'reopening',
    reopen_reason: reason.trim(),
    reopen_asked_by: viewer.staffId,
    reopen_asked_at: at,
  }))
}

/** The second signature under a reopening; the period can be closed anew. */
export function reopenPeriod(parts: Parts, viewer: Viewer, id: string): Promise<CloseOutcome> {
  const wanted = { id, role: SECOND, from: 'reopening', refused: 'not_closed', verb: 'reopen' } as const
  return step(parts, viewer, wanted, (at) => ({
    status: 'reopened',
    reopened_by: viewer.staffId,
    reopened_at: at,
  }))
}

/** Refuses a reopening: the period stays closed. */
export function keepClosed(parts: Parts, viewer: Viewer, id: string): Promise<CloseOutcome> {
  const wanted = { id, role: SECOND, from: 'reopening', refused: 'not_closed', verb: 'keep_closed' } as const
  return step(parts, viewer, wanted, () => ({ status: 'closed' }))
}

interface Step {
  id: string
  role: Viewer['role']
  from: CloseStatus
  refused: CloseProblem
  verb: string
}

function step(
  { store, clock }: Parts,
  viewer: Viewer,
  { id, role, from, refused, verb }: Step,
  change: (at: string) => Parameters<typeof updatePeriodClose>[2],
): Promise<CloseOutcome> {
  if (!may(viewer, role)) throw new Forbidden()
  return store.write(async (tx) => {
    const close = await findPeriodClose(tx, id)
    if (!close) throw new NotFound()
    if (close.status !== from) return { problem: refused }
    if (isOwn(close, viewer)) return { problem: 'own_signature' }
    await updatePeriodClose(tx, id, change(clock.now().toISOString()))
    await audited(tx, clock, viewer, verb, close)
    return { id }
  })
}

/** Somebody whose role changed in between must not sign under their own first signature. */
const isOwn = ({ status, proposed_by, reopen_asked_by }: ListedClose, { staffId, role }: Viewer): boolean =>
  role === SECOND && staffId === (status === 'reopening' ? reopen_asked_by : proposed_by)

function audited(
  tx: Tx,
  clock: Clock,
  viewer: Viewer,
  verb: string,
  { id, sha256 }: { id: string; sha256: string },
): Promise<void> {
  const subject = { kind: 'period_close', id }
  return recordAudit(tx, clock, viewer, { action: `period.${verb}`, subject, after: { sha256 } })
}
