import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Clock } from '#app/calendar/clock.ts'
import type { Secret } from '#app/invitations/secret.ts'
import type { Store } from '#db/connection.ts'
import {
  findPairingCode,
  findPlacedDevice,
  insertDevice,
  type PlacedDevice,
  updateDevice,
  updatePairingCode,
} from '#db/queries/kiosk-devices.ts'
import { findLastHash } from '#db/queries/kiosk-entries.ts'
import type { KioskDeviceRow, PairingCodeRow, Tx } from '#db/schema.ts'
import { credentialHash, newCredential } from './device-credential.server.ts'
import type { PairAnswer, PairRequest } from './kiosk-api.ts'
import { NO_PREVIOUS } from './kiosk-entry.ts'
import { kioskSettings } from './kiosk-settings.server.ts'
import { pairingCodeHash, readPairingCode } from './pairing-code.server.ts'

interface Pairing {
  store: Pick<Store, 'read' | 'write'>
  clock: Clock
  secret: Secret
  config: { origin: string }
}

/**
 * Pairs a tablet by a code, once. One that says which device it was goes on as that device where the code is for it
 * or for its counter; with entries waiting it is not paired at another counter, for which they were not made.
 */
export async function pairDevice(
  { store, clock, secret, config }: Pairing,
  asked: PairRequest,
): Promise<PairAnswer | 'wrong_code' | 'entries_waiting'> {
  const code = readPairingCode(asked.code)
  if (!code) return 'wrong_code'
  const now = clock.now()
  const paired = await store.write(async (tx) => {
    const found = await findPairingCode(tx, pairingCodeHash(secret, code))
    if (found?.status !== 'open' || found.expires_at < now.toISOString()) return 'wrong_code'
    const former = asked.device ? await findPlacedDevice(tx, asked.device) : undefined
    const same = former && (found.device_id === former.id || isForCounterOf(found, former))
    if (former && !same && (asked.waiting ?? 0) > 0) return 'entries_waiting'
    const id = same ? former.id : found.device_id
    const credential = newCredential()
    const device = await writeDevice(tx, clock, { id, code: found, credential, asked })
    await updatePairingCode(tx, found.id, { status: 'used', device_id: device.id })
    await recordAudit(
      tx,
      clock,
      { script: 'kiosk' },
      {
        action: id === '' ? 'kiosk.pair' : 'kiosk.pair_again',
        subject: { kind: 'kiosk_device', id: device.id },
        after: { counter_id: device.counter_id, app_version: device.app_version },
      },
    )
    const next = await nextPlace(tx, device, same ? (asked.next_number ?? 1) : 1)
    return { device, answer: { device: device.id, credential, ...next } }
  })
  if (typeof paired === 'string') return paired
  const { device, answer } = paired
  const settings = await kioskSettings(store.read, config.origin, device, now)
  return { ...answer, server_time: now.toISOString(), settings }
}

/** A code for a new tablet at a counter also serves the one that stood there before and knows who it is. */
const isForCounterOf = (code: PairingCodeRow, device: PlacedDevice) =>
  code.device_id === '' && code.counter_id === device.counter_id

interface Written {
  /** '' for a new device. */
  id: string
  code: PairingCodeRow
  credential: string
  asked: PairRequest
}

async function writeDevice(
  tx: Tx,
  clock: Clock,
  { id, code, credential, asked }: Written,
): Promise<PlacedDevice> {
  const now = clock.now()
  const renewed = {
    credential_hash: credentialHash(credential),
    status: 'active',
    revoked_at: '',
    app_version: asked.app_version,
    last_heard_at: now.toISOString(),
    silent_since: '',
  } as const
  const written = id || uuidv7({ msecs: now.getTime() })
  if (id !== '') {
    await updateDevice(tx, id, renewed)
  } else {
    const row = { ...BLANK, ...renewed, id: written, counter_id: code.counter_id, name: shortName(written) }
    await insertDevice(tx, { ...row, paired_at: now.toISOString() })
  }
  const device = await findPlacedDevice(tx, written)
  if (!device) throw new Error(`The device ${written} was paired and is missing`)
  return device
}

/** What an administrator calls it until it has a better name. */
const shortName = (id: string): string => id.slice(-6).toUpperCase()

const BLANK: Omit<
  KioskDeviceRow,
  'id' | 'counter_id' | 'name' | 'credential_hash' | 'status' | 'paired_at' | 'revoked_at'
> = {
  app_version: '',
  last_heard_at: '',
  silent_since: '',
  highest_number: 0,
  last_tap_number: 0,
  last_tap_at: '',
  waiting: 0,
  refused: 0,
  ring: 0,
  storage: 'ok',
  trouble_at: '',
  battery_percent: -1,
  charging: 0,
  clock_offset_s: 0,
  clock_measured_at: '',
  clock_flags: 0,
  conflicts: 0,
  chain_breaks: 0,
}

/** Where the device's count goes on: at its own next number when it is beyond what we know, else after that. */
async function nextPlace(tx: Tx, device: PlacedDevice, own: number) {
  const first_number = Math.max(own, device.highest_number + 1)
  return { first_number, previous: (await findLastHash(tx, device.id)) ?? NO_PREVIOUS }
}
