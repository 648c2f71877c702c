import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Clock } from '#app/calendar/clock.ts'
import { workingCalendar } from '#app/calendar/working-days.ts'
import type { Store } from '#db/connection.ts'
import { listActiveDevices, updateDevice } from '#db/queries/kiosk-devices.ts'
import { listGapsToReport, updateReported } from '#db/queries/kiosk-gaps.ts'
import { listAllOpeningHours } from '#db/queries/opening-hours.ts'
import { listCalendarDays } from '#db/queries/working-calendar.ts'
import { silentSince } from './silence.ts'

interface Watching {
  store: Pick<Store, 'read' | 'write'>
  clock: Clock
}

/**
 * Marks tablets that are silent while their office is open, and reports numbers that are missing for good; each once,
 * in the audit trail and on the registry. Answers how many of both are new.
 */
export async function watchKiosks(parts: Watching): Promise<{ silent: number; gaps: number }> {
  return { silent: await markSilent(parts), gaps: await reportGaps(parts) }
}

async function markSilent({ store, clock }: Watching): Promise<number> {
  const now = clock.now()
  const heard = (await listActiveDevices(store.read)).filter(({ silent_since }) => silent_since === '')
  if (heard.length === 0) return 0
  const calendar = workingCalendar(await listCalendarDays(store.read))
  const weeks = Map.groupBy(await listAllOpeningHours(store.read), ({ office_id }) => office_id)
  const silent = heard.flatMap(({ id, office_id, last_heard_at }) => {
    const since = silentSince(last_heard_at, weeks.get(office_id) ?? [], calendar, now)
    return since === null ? [] : [{ id, since, last_heard_at }]
  })
  if (silent.length === 0) return 0
  await store.write(async (tx) => {
    for (const { id, since, last_heard_at } of silent) {
      await updateDevice(tx, id, { silent_since: since })
      await recordAudit(
        tx,
        clock,
        { script: 'kiosk' },
        {
          action: 'kiosk.silent',
          subject: { kind: 'kiosk_device', id },
          after: { silent_since: since, last_heard_at },
        },
      )
    }
  })
  return silent.length
}

async function reportGaps({ store, clock }: Watching): Promise<number> {
  const now = clock.now().toISOString()
  if ((await listGapsToReport(store.read, now)).length === 0) return 0
  return store.write(async (tx) => {
    const gaps = await listGapsToReport(tx, now)
    await updateReported(tx, now)
    for (const { device_id, first_number, last_number } of gaps) {
      await recordAudit(
        tx,
        clock,
        { script: 'kiosk' },
        {
          action: 'kiosk.missing',
          subject: { kind: 'kiosk_device', id: device_id },
          after: { first: first_number, last: last_number },
        },
      )
    }
    return gaps.length
  })
}
