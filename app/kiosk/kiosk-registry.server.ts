import { dayOf } from '#app/calendar/day.ts'
import { listCountersOpenOn, listPlacedDevices, type PlacedDevice } from '#db/queries/kiosk-devices.ts'
import { listReportedGaps } from '#db/queries/kiosk-gaps.ts'
import type { Db, KioskGapRow } from '#db/schema.ts'
import { isExpired } from './kiosk-device.ts'
import type { KioskRegistry, ListedDevice } from './kiosk-registry.ts'

/** Every tablet with what it last told and what is missing of it, and the counters where one may be paired. */
export async function kioskRegistry(db: Db, now: Date): Promise<KioskRegistry> {
  const [devices, gaps, counters] = await Promise.all([
    listPlacedDevices(db),
    listReportedGaps(db),
    listCountersOpenOn(db, dayOf(now)),
  ])
  const missing = Map.groupBy(
    gaps.filter(({ closed_at }) => closed_at === ''),
    ({ device_id }) => device_id,
  )
  return {
    devices: devices.map((device) => listed(device, missing.get(device.id) ?? [], now)),
    counters: counters.map(({ id, name, office_name }) => ({ id, name, office: office_name })),
  }
}

function listed(device: PlacedDevice, gaps: readonly KioskGapRow[], now: Date): ListedDevice {
  const { battery_percent: percent, charging, clock_measured_at, status } = device
  return {
    id: device.id,
    name: device.name,
    office: device.office_name,
    counter: device.counter_name,
    status: status === 'active' && isExpired(device, now) ? 'expired' : status,
    appVersion: device.app_version,
    lastHeardAt: device.last_heard_at,
    silentSince: device.silent_since,
    waiting: device.waiting,
    refused: device.refused,
    missing: gaps.map(({ first_number: first, last_number: last }) => ({ first, last })),
    clockOffset: clock_measured_at === '' ? null : device.clock_offset_s,
    clockFlags: device.clock_flags,
    battery: percent < 0 ? null : { percent, charging: charging === 1 },
    storage: device.storage,
    ring: device.ring,
    troubleAt: device.trouble_at,
    conflicts: device.conflicts,
    chainBreaks: device.chain_breaks,
  }
}
