import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Turns } from '#app/auth/turns.ts'
import type { Clock } from '#app/calendar/clock.ts'
import type { Secret } from '#app/invitations/secret.ts'
import type { Store } from '#db/connection.ts'
import { findPlacedDevice, type PlacedDevice, updateDevice } from '#db/queries/kiosk-devices.ts'
import { listEntriesById, writeKioskEntry } from '#db/queries/kiosk-entries.ts'
import type { KioskEntryRow, Tx } from '#db/schema.ts'
import { measuredOffset, seconds, timesOf } from './batch-times.ts'
import { chainAround, type DeviceChain } from './device-chain.server.ts'
import { noteNumbers } from './device-gaps.server.ts'
import { rowOfEntry, rowOfUnreadable } from './entry-row.ts'
import { heard } from './hear-device.server.ts'
import { keepConflict } from './keep-conflict.server.ts'
import type { EntryResult } from './kiosk-api.ts'
import type { JudgedTime } from './kiosk-clock.ts'
import type { KioskEntry } from './kiosk-entry.ts'
import { kioskReceipt } from './kiosk-receipt.ts'
import { type EntryReading, isKnowable, readEntry } from './read-entry.ts'
import { amendWithReasons, storeRating, type Taking } from './store-entry.server.ts'

interface TakingIn {
  store: Pick<Store, 'write'>
  clock: Clock
  secret: Secret
  /** Batches go one after the other, so that a phone's rating never waits behind many. */
  turns: Turns
}

/** A batch as it came: entries in any state, and the tablet's clock at sending where it tells (milliseconds). */
export interface Batch {
  format: unknown
  entries: readonly unknown[]
  now: number | null
}

/**
 * Takes in a batch of a device's entries in one transaction; an answer for each, in their order. What is stored stays
 * stored under its id: again it gets its first receipt, with another hash it is a conflict. What is refused blocks nothing.
 * Answers `revoked` when the device has been revoked meanwhile.
 */
export function takeInEntries(
  { store, clock, secret, turns }: TakingIn,
  deviceId: string,
  batch: Batch,
): Promise<EntryResult[] | 'revoked'> {
  const readings = batch.entries.map((sent) => readEntry(batch.format, sent))
  return turns.take(() =>
    store.write(async (tx) => {
      const device = await findPlacedDevice(tx, deviceId)
      if (device?.status !== 'active') return 'revoked'
      const taking = await takingFor({ tx, clock, secret, device }, readings)
      const measured = measuredOffset(device, batch.now, taking.now)
      const fresh = readings.flatMap((reading) => newRating(taking, reading))
      const times = timesOf(fresh, device, measured, taking.now)
      const chain = await chainAround(tx, deviceId, numbersIn(readings))
      const results: EntryResult[] = []
      for (const reading of readings) results.push(await takeIn(taking, chain, reading, times))
      await noteDevice(taking, chain, numbersIn(readings), batch.now === null ? null : measured)
      return results
    }),
  )
}

const numbersIn = (readings: readonly EntryReading[]): number[] =>
  readings.flatMap((reading) => {
    const number = reading.kind === 'entry' ? reading.entry.number : reading.number
    return number === null ? [] : [number]
  })

async function takingFor(
  parts: { tx: Tx; clock: Clock; secret: Secret; device: PlacedDevice },
  readings: readonly EntryReading[],
): Promise<Taking> {
  const ids = readings.flatMap((reading) => {
    if (reading.kind === 'refused') return isKnowable(reading) ? [reading.id] : []
    const { entry } = reading
    return entry.kind === 'reasons' ? [entry.id, entry.of] : [entry.id]
  })
  const rows = await listEntriesById(parts.tx, [...new Set(ids)])
  return {
    ...parts,
    now: parts.clock.now(),
    known: new Map(rows.map((row) => [row.id, row])),
    offices: new Map(),
    tally: { clock_flags: 0, conflicts: 0 },
    lastTap: { number: parts.device.last_tap_number, at: parts.device.last_tap_at },
  }
}

function newRating({ known }: Taking, reading: EntryReading) {
  if (reading.kind !== 'entry' || reading.entry.kind !== 'rating') return []
  return known.get(reading.entry.id)?.status === 'stored' ? [] : [reading.entry]
}

async function takeIn(
  taking: Taking,
  chain: DeviceChain,
  reading: EntryReading,
  times: Map<string, JudgedTime>,
): Promise<EntryResult> {
  const { id, hash } = reading.kind === 'entry' ? reading.entry : reading
  const first = taking.known.get(id)
  if (first?.status === 'stored' && first.hash !== hash) {
    await keepConflict(taking, first, hash)
    return { id, status: 'conflict', hash }
  }
  if (first?.status === 'stored')
    return { id, status: 'already_stored', hash, ...receiptOfRow(taking, first) }
  if (reading.kind === 'refused') {
    const { number, because } = reading
    const came = { device_id: taking.device.id, received_at: taking.now.toISOString() }
    if (isKnowable(reading) && number !== null) await keep(taking, rowOfUnreadable(came, reading, number))
    return { id, status: 'refused', hash, reason: because }
  }
  chain.link(reading.entry)
  return store(taking, reading.entry, times)
}

async function store(
  taking: Taking,
  entry: KioskEntry,
  times: Map<string, JudgedTime>,
): Promise<EntryResult> {
  const { id, hash } = entry
  const outcome =
    entry.kind === 'rating'
      ? await storeRating(taking, entry, times.get(id) as JudgedTime)
      : await amendWithReasons(taking, entry)
  const came = { device_id: taking.device.id, received_at: taking.now.toISOString() }
  const row = rowOfEntry(came, entry, outcome)
  await keep(taking, row)
  if ('because' in outcome) return { id, status: 'refused', hash, reason: outcome.because }
  return { id, status: 'stored', hash, ...receiptOfRow(taking, row) }
}

async function keep({ tx, known }: Taking, row: KioskEntryRow): Promise<void> {
  await writeKioskEntry(tx, row)
  known.set(row.id, row)
}

const receiptOfRow = ({ secret }: Taking, { id, kind }: KioskEntryRow) =>
  kind === 'rating' ? { receipt: kioskReceipt(secret, id) } : {}

/** What the batch says of the device itself: its numbers, its chain, its clock, that it lives. */
async function noteDevice(
  taking: Taking,
  chain: DeviceChain,
  came: readonly number[],
  measured: number | null,
): Promise<void> {
  const { tx, clock, device, now, tally, lastTap } = taking
  const highest = await noteNumbers(tx, clock, device, { came, announced: 0 })
  const broken = chain.breaks()
  if (broken.length > 0) {
    await recordAudit(
      tx,
      clock,
      { script: 'kiosk' },
      {
        action: 'kiosk.chain_break',
        subject: { kind: 'kiosk_device', id: device.id },
        after: { numbers: broken },
      },
    )
  }
  await updateDevice(tx, device.id, {
    ...(await heard(taking)),
    highest_number: highest,
    last_tap_number: lastTap.number,
    last_tap_at: lastTap.at,
    clock_flags: device.clock_flags + tally.clock_flags,
    conflicts: device.conflicts + tally.conflicts,
    chain_breaks: device.chain_breaks + broken.length,
    ...(measured !== null && {
      clock_offset_s: seconds(measured),
      clock_measured_at: now.toISOString(),
    }),
  })
}
