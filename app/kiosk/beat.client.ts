import { ring } from './fallback-ring.client.ts'
import { HEARTBEAT_MS, type HeartbeatRequest } from './kiosk-api.ts'
import type { Recorder } from './recorder.client.ts'
import { heartbeat } from './server-calls.client.ts'
import type { Paired, TabletStore } from './tablet-store.client.ts'

interface Battery {
  level: number
  charging: boolean
}

export interface Beating {
  store: TabletStore
  recorder: Recorder
  version: string
  paired(): Paired | null
  heard(paired: Paired): void
  revoked(): void
}

/** Says every two minutes how this tablet stands, and learns the time and what the screen shows. */
export function beat(beating: Beating): { now(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  const now = async () => {
    clearTimeout(timer)
    await once(beating).catch(() => undefined)
    clearTimeout(timer)
    timer = setTimeout(now, HEARTBEAT_MS)
  }
  addEventListener('online', () => void now())
  return { now: () => void now() }
}

async function once(beating: Beating): Promise<void> {
  const { recorder, store } = beating
  await recorder.mend()
  const paired = beating.paired()
  if (!paired) return
  const standing = await store.standing().catch(() => ({ waiting: 0, refused: 0, next: 1 }))
  const request: HeartbeatRequest = {
    now: new Date().toISOString(),
    offset_ms: Math.round(recorder.offsetMs),
    app_version: beating.version,
    last_number: standing.next - 1,
    waiting: standing.waiting,
    refused: standing.refused,
    storage: recorder.state,
    ring: ring().length,
    ...(await batteryNow()),
  }
  const said = await heartbeat(request, paired.credential)
  if (said === 'revoked') return beating.revoked()
  if (!said || beating.paired()?.credential !== paired.credential) return
  recorder.offsetMs = said.offsetMs
  beating.heard({ ...paired, settings: said.answer.settings, offsetMs: said.offsetMs, revoked: false })
}

async function batteryNow(): Promise<Pick<HeartbeatRequest, 'battery'>> {
  const { getBattery } = navigator as Navigator & { getBattery?: () => Promise<Battery> }
  const battery = await getBattery?.call(navigator).catch(() => null)
  return battery ? { battery: { percent: Math.round(battery.level * 100), charging: battery.charging } } : {}
}
