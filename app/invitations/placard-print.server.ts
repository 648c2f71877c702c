import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import type { Clock } from '#app/calendar/clock.ts'
import { dayOf } from '#app/calendar/day.ts'
import { NotFound } from '#app/errors.ts'
import type { Store } from '#db/connection.ts'
import { insertPlacardRemoval, insertPlacardRevisions, updatePrintedAt } from '#db/queries/print-placards.ts'
import type { PlacardRevisionRow } from '#db/schema.ts'
import { placardNow, type StandingPlacard } from './placard.ts'
import { printablePlacards, standingPlacards } from './placard-choice.server.ts'
import { chosenOf, type PlacardOrderForm } from './placard-form.ts'
import type { PrintJob, PrintJobs } from './print-jobs.server.ts'

export interface PrintParts {
  store: Store
  clock: Clock
  prints: PrintJobs
  /** What is printed in QR codes. */
  origin: string
}

export type StartedPrint = { kind: 'started'; id: string } | { kind: 'none' } | { kind: 'busy' }

/** Begins one PDF of the chosen placards; a text that was never on its placard gets the next revision. */
export async function printPlacards(
  { store, clock, prints, origin }: PrintParts,
  viewer: Viewer,
  order: PlacardOrderForm,
): Promise<StartedPrint> {
  if (!prints.hasRoom) return { kind: 'busy' }
  const madeAt = clock.now().toISOString()
  const chosen = await store.write(async (tx) => {
    const now = { origin, today: dayOf(clock.now()) }
    const placards = chosenOf(await printablePlacards(tx, now), order)
    if (placards.length === 0) return []
    await insertPlacardRevisions(tx, newRevisions(placards, madeAt))
    await recordAudit(tx, clock, viewer, {
      action: 'placards.print',
      subject: { kind: 'placards', id: '' },
      after: { form: order.form, count: placards.length, placards: numbersOf(placards) },
    })
    return placards
  })
  if (chosen.length === 0) return { kind: 'none' }
  const shown = chosen.map(placardNow)
  const revisions = chosen.map(({ id }, at) => ({ invitationId: id, revision: shown[at]?.revision ?? 1 }))
  const { form } = order
  const job = prints.start(viewer.staffId, { kind: 'placards', madeAt, form, placards: shown }, revisions)
  return { kind: 'started', id: job.id }
}

/** Says that the placards of a print hang at their counters now; answers how many did not before. */
export function markPrinted(
  { store, clock }: Pick<PrintParts, 'store' | 'clock'>,
  viewer: Viewer,
  job: PrintJob,
): Promise<number> {
  return store.write(async (tx) => {
    const marked = await updatePrintedAt(tx, job.placards, clock.now().toISOString())
    if (marked > 0) {
      await recordAudit(tx, clock, viewer, {
        action: 'placards.mark_printed',
        subject: { kind: 'placards', id: '' },
        after: { count: marked },
      })
    }
    return marked
  })
}

/** Says that a placard whose code was revoked or whose place has closed no longer hangs. @throws NotFound */
export function takeDown({ store, clock, origin }: PrintParts, viewer: Viewer, code: string): Promise<void> {
  return store.write(async (tx) => {
    const now = { origin, today: dayOf(clock.now()) }
    const placard = (await standingPlacards(tx, now)).find((each) => each.code === code)
    if (!placard || placard.state === 'none' || (placard.state === 'open' && placard.placeOpen)) {
      throw new NotFound()
    }
    if (placard.removed) return
    await insertPlacardRemoval(tx, placard.id, clock.now().toISOString())
    await recordAudit(tx, clock, viewer, {
      action: 'placard.take_down',
      subject: { kind: 'placard', id: placard.id },
      after: { placard_number: placard.number },
    })
  })
}

const numbersOf = (placards: StandingPlacard[]) => placards.map(({ number }) => number)

function newRevisions(placards: StandingPlacard[], madeAt: string): PlacardRevisionRow[] {
  return placards.flatMap((placard) => {
    const { revision } = placardNow(placard)
    if (revision === placard.last?.revision) return []
    return [
      {
        invitation_id: placard.id,
        revision,
        city_name: placard.text.cityName,
        office_name: placard.text.officeName,
        counter_name: placard.text.counterName,
        address: placard.text.address,
        made_at: madeAt,
        printed_at: '',
      },
    ]
  })
}
