import { setImmediate as otherWork } from 'node:timers/promises'
import { listActiveDevices } from '#db/queries/kiosk-devices.ts'
import { listAllOpeningHours } from '#db/queries/opening-hours.ts'
import { listTapsAfter } from '#db/queries/taps.ts'
import { listCalendarDays } from '#db/queries/working-calendar.ts'
import type { AlertRuleRow, Db } from '#db/schema.ts'
import { dayOf } from '../calendar/day.ts'
import { idAt } from '../calendar/id-at.ts'
import { workingCalendar } from '../calendar/working-days.ts'
import { isWithinHours } from '../integrity/open-hours.ts'
import type { Finding } from './finding.ts'
import { type RecentTap, unhappyPlaces } from './unhappy-places.ts'

const ROWS_A_STATEMENT = 2_000

/** What rules find at this moment, places that are closed left out; reads the last minutes' ratings by their ids. */
export async function findNow(db: Db, rules: readonly AlertRuleRow[], now: Date): Promise<Finding[]> {
  const on = rules.filter(({ status }) => status === 'on')
  return [...(await unhappy(db, on, now)), ...(await silent(db, on))]
}

async function unhappy(db: Db, rules: readonly AlertRuleRow[], now: Date): Promise<Finding[]> {
  const minutes = Math.max(0, ...rules.map((rule) => rule.minutes))
  if (minutes === 0) return []
  const taps = await tapsSince(db, new Date(now.getTime() - minutes * 60_000))
  if (taps.length === 0) return []
  const calendar = workingCalendar(await listCalendarDays(db))
  const hours = Map.groupBy(await listAllOpeningHours(db), ({ office_id }) => office_id)
  const today = dayOf(now)
  const open = new Set(
    [...new Set(taps.map(({ officeId }) => officeId))].filter((id) =>
      isWithinHours(now.getTime(), today, hours.get(id) ?? [], calendar),
    ),
  )
  const inHours = taps.filter(({ officeId }) => open.has(officeId))
  return unhappyPlaces(rules, inHours, now.getTime())
}

/** What was taken in since an instant; the time of a tablet's is its own. */
async function tapsSince(db: Db, since: Date): Promise<RecentTap[]> {
  const taps: RecentTap[] = []
  for (let after = idAt(since); ; await otherWork()) {
    const rows = await listTapsAfter(db, after, ROWS_A_STATEMENT)
    for (const { office_id: officeId, counter_id, level, stage, first_at } of rows)
      if (stage !== 'filing')
        taps.push({ officeId, counterId: counter_id ?? '', level, at: Date.parse(first_at) })
    const last = rows.at(-1)
    if (!last || rows.length < ROWS_A_STATEMENT) return taps
    after = last.id
  }
}

/** Tablets that the watch over them has marked: in opening hours only. */
async function silent(db: Db, rules: readonly AlertRuleRow[]): Promise<Finding[]> {
  const own = rules.filter(({ kind }) => kind === 'kiosk_silent')
  if (own.length === 0) return []
  const devices = (await listActiveDevices(db)).filter(({ silent_since }) => silent_since !== '')
  return own.flatMap(({ id: ruleId }) =>
    devices.map(({ id, silent_since: occasion }) => ({
      ...{ ruleId, occasion },
      subject: { kind: 'kiosk_device' as const, id },
    })),
  )
}
