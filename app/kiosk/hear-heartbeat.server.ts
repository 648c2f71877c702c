import type { Clock } from '#app/calendar/clock.ts'
import type { Store } from '#db/connection.ts'
import { findPlacedDevice, updateDevice } from '#db/queries/kiosk-devices.ts'
import { seconds } from './batch-times.ts'
import { noteNumbers } from './device-gaps.server.ts'
import { heard } from './hear-device.server.ts'
import type { HeartbeatAnswer, HeartbeatRequest } from './kiosk-api.ts'
import { kioskSettings } from './kiosk-settings.server.ts'

interface Hearing {
  store: Pick<Store, 'read' | 'write'>
  clock: Clock
  config: { origin: string }
}

/** Takes note of what a tablet says of itself; answers our time and what it shows from now on. */
export async function hearHeartbeat(
  { store, clock, config }: Hearing,
  deviceId: string,
  told: HeartbeatRequest,
): Promise<HeartbeatAnswer | 'revoked'> {
  const now = clock.now()
  const device = await store.write(async (tx) => {
    const device = await findPlacedDevice(tx, deviceId)
    if (device?.status !== 'active') return null
    const { last_number, waiting, refused, storage, ring, battery, app_version } = told
    const troubled = storage !== 'ok' || ring > 0
    const highest = await noteNumbers(tx, clock, device, { came: [], announced: last_number })
    await updateDevice(tx, deviceId, {
      ...(await heard({ tx, clock, device })),
      ...{ app_version, waiting, refused, storage, ring },
      highest_number: highest,
      trouble_at: troubled ? now.toISOString() : device.trouble_at,
      battery_percent: battery?.percent ?? -1,
      charging: battery?.charging ? 1 : 0,
      clock_offset_s: seconds(now.getTime() - Date.parse(told.now)),
      clock_measured_at: now.toISOString(),
    })
    return device
  })
  if (!device) return 'revoked'
  return {
    server_time: now.toISOString(),
    settings: await kioskSettings(store.read, config.origin, device, now),
  }
}
