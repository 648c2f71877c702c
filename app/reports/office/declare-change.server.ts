import { v7 as uuid } from 'uuid'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import type { Store } from '#db/connection.ts'
import {
  deleteDeclaredChange,
  insertDeclaredChange,
  listDeclaredChanges,
} from '#db/queries/declared-changes.ts'
import { findOffice } from '#db/queries/offices.ts'
import type { Clock } from '../../calendar/clock.ts'
import { dayOf, monthOf } from '../../calendar/day.ts'
import { Forbidden, NotFound } from '../../errors.ts'
import { mayDeclare, type RefusedChange, readChange } from './declared-change.ts'

interface Parts {
  store: Store
  clock: Clock
}

/** What the form on an office's page asks for: a change declared, or (`intent` withdraw) one taken back. */
export async function changeDeclared(
  parts: Parts,
  viewer: Viewer,
  officeId: string,
  form: URLSearchParams,
): Promise<RefusedChange | null> {
  if (form.get('intent') !== 'withdraw') return declareChange(parts, viewer, officeId, form)
  await withdrawChange(parts, viewer, officeId, form.get('id') ?? '')
  return null
}

/**
 * Declares that an office's work changed from a month on (`month` yyyy-MM, `reason`): its charts begin a new baseline.
 * @throws Forbidden for everybody but Văn phòng, NotFound for an unknown office
 */
export function declareChange(
  { store, clock }: Parts,
  viewer: Viewer,
  officeId: string,
  form: URLSearchParams,
): Promise<RefusedChange | null> {
  if (!mayDeclare(viewer)) throw new Forbidden()
  const read = readChange(form, monthOf(dayOf(clock.now())))
  return store.write(async (tx) => {
    if (!(await findOffice(tx, officeId))) throw new NotFound()
    if ('problems' in read) return read
    const known = await listDeclaredChanges(tx, officeId)
    if (known.some(({ month }) => month === read.month)) {
      return { problems: { month: 'already_declared' }, typed: read }
    }
    const id = uuid()
    await insertDeclaredChange(tx, {
      ...{ id, office_id: officeId, ...read },
      declared_at: clock.now().toISOString(),
      staff_id: viewer.staffId,
    })
    await recordAudit(tx, clock, viewer, {
      action: 'declared_change.add',
      subject: { kind: 'office', id: officeId },
      after: read,
    })
    return null
  })
}

/**
 * Takes a declared change back; the trail keeps that it stood.
 * @throws Forbidden for everybody but Văn phòng, NotFound for one that is not this office's
 */
export function withdrawChange(
  { store, clock }: Parts,
  viewer: Viewer,
  officeId: string,
  id: string,
): Promise<void> {
  if (!mayDeclare(viewer)) throw new Forbidden()
  return store.write(async (tx) => {
    const change = (await listDeclaredChanges(tx, officeId)).find((each) => each.id === id)
    if (!change) throw new NotFound()
    await deleteDeclaredChange(tx, id)
    const { month, reason } = change
    await recordAudit(tx, clock, viewer, {
      action: 'declared_change.withdraw',
      subject: { kind: 'office', id: officeId },
      before: { month, reason },
    })
  })
}
