import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import type { Day } from '#app/calendar/day.ts'
import { NotFound } from '#app/errors.ts'
import { insertCounter, listCountersOf, updateCounter } from '#db/queries/counters.ts'
import { findOffice } from '#db/queries/offices.ts'
import type { CounterRow, OfficeRow, Tx } from '#db/schema.ts'
import { type AdministrationParts, requireAdministrator } from './administration.ts'
import { dayBefore, isOpenOn } from './office.ts'
import type { Outcome } from './outcome.ts'
import { type CodeParts, insertIssuedCode } from './standing-codes.server.ts'

/** @throws NotFound */
async function officeAt(tx: Tx, id: string): Promise<{ office: OfficeRow; counters: CounterRow[] }> {
  const office = await findOffice(tx, id)
  if (!office) throw new NotFound()
  return { office, counters: await listCountersOf(tx, id) }
}

/** A counter of this office; another office's is not found. @throws NotFound */
function counterAmong(counters: readonly CounterRow[], id: string): CounterRow {
  const counter = counters.find((each) => each.id === id)
  if (!counter) throw new NotFound()
  return counter
}

/** Opens a counter from a day, with the standing code that hangs at it. */
export function openCounter(
  parts: CodeParts,
  viewer: Viewer,
  officeId: string,
  { name, day }: { name: string; day: Day },
): Promise<Outcome> {
  requireAdministrator(viewer)
  const { store, clock } = parts
  return store.write(async (tx) => {
    const { office, counters } = await officeAt(tx, officeId)
    if (!isOpenOn(office, day)) return { problems: { day: 'beyond_office' } }
    if (counters.some((each) => each.name === name && each.valid_to >= day)) {
      return { problems: { name: 'same_name' } }
    }
    const counter: CounterRow = {
      id: uuidv7({ msecs: clock.now().getTime() }),
      office_id: officeId,
      name,
      position: Math.max(0, ...counters.map(({ position }) => position)) + 1,
      valid_from: day,
      valid_to: office.valid_to,
    }
    await insertCounter(tx, counter)
    const subject = { kind: 'counter', id: counter.id }
    await recordAudit(tx, clock, viewer, { action: 'counter.open', subject, after: counter })
    await insertIssuedCode(tx, parts, viewer, { officeId, counterId: counter.id, issueNumber: 1 })
    return { done: 'counterOpened', id: counter.id }
  })
}

/** Gives a counter another name; ratings keep belonging to it. */
export function renameCounter(
  { store, clock }: AdministrationParts,
  viewer: Viewer,
  officeId: string,
  wanted: { counter: string; name: string },
): Promise<Outcome> {
  requireAdministrator(viewer)
  return store.write(async (tx) => {
    const { counters } = await officeAt(tx, officeId)
    const { id, name, valid_to } = counterAmong(counters, wanted.counter)
    const others = counters.filter((each) => each.id !== id && each.valid_to >= valid_to)
    if (name === wanted.name || others.some((each) => each.name === wanted.name)) {
      return { problems: { name: 'same_name' } }
    }
    await updateCounter(tx, id, { name: wanted.name })
    await recordAudit(tx, clock, viewer, {
      action: 'counter.rename',
      subject: { kind: 'counter', id },
      before: { name },
      after: { name: wanted.name },
    })
    return { done: 'counterRenamed' }
  })
}

/** Closes a counter from a day on. Its code goes on counting for the office until it is withdrawn. */
export function closeCounter(
  { store, clock }: AdministrationParts,
  viewer: Viewer,
  officeId: string,
  wanted: { counter: string; day: Day },
): Promise<Outcome> {
  requireAdministrator(viewer)
  return store.write(async (tx) => {
    const { office, counters } = await officeAt(tx, officeId)
    const { id, valid_from, valid_to } = counterAmong(counters, wanted.counter)
    const lastDay = dayBefore(wanted.day)
    if (lastDay < valid_from || lastDay > office.valid_to) return { problems: { day: 'day_outside' } }
    await updateCounter(tx, id, { valid_to: lastDay })
    await recordAudit(tx, clock, viewer, {
      action: 'counter.close',
      subject: { kind: 'counter', id },
      before: { valid_to },
      after: { valid_to: lastDay },
    })
    return { done: 'counterClosed' }
  })
}
