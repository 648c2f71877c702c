import { setTimeout as sleep } from 'node:timers/promises'
import { addStaff } from '#app/auth/add-staff.server.ts'
import { systemClock } from '#app/calendar/clock.ts'
import { dayOf } from '#app/calendar/day.ts'
import { pairDevice } from '#app/kiosk/pair-device.server.ts'
import { newPairingCode } from '#app/kiosk/pairing-code.server.ts'
import { ratePath } from '#app/paths.ts'
import { openStore } from '#db/connection.ts'
import { listCountersOpenOn, updateDevice } from '#db/queries/kiosk-devices.ts'
import { keptKioskEntries, recountedKioskEntries } from '#db/queries/kiosk-recounts.ts'
import { median, quantile, rounded } from './figures.ts'
import { type KioskLoad, waitingTablets } from './kiosk-load.ts'
import { formTo, newTap } from './phone.ts'
import { print, progress } from './print.ts'
import { SECRET } from './server.ts'
import { Wire } from './wire.ts'

const TABLETS = 50
const RATINGS = 500
const LIMITS = { drained_s: 60, phone_p99_ms: 250 }
/** Phones of a hall: each taps some twenty times a second, from an address not used before. */
const PHONES = 4
const BETWEEN_TAPS_MS = 50
const TAPS_AN_ADDRESS = 100

/** Pairs tablets at the city's counters, in turn, before anybody serves the file. */
export async function pairTablets(databaseFile: string): Promise<KioskLoad['tablets']> {
  const store = openStore(`sqlite:${databaseFile}`)
  const parts = { store, clock: systemClock, secret: SECRET, config: { origin: 'http://127.0.0.1' } }
  const member = { email: 'tablets@example.vn', name: 'Tablets', passwordHash: '', officeId: null }
  const role = 'administrator' as const
  const staffId = await store.write((tx) => addStaff(tx, systemClock, { ...member, role }))
  const viewer = { ...member, staffId, role, mayChange: true }
  const counters = await listCountersOpenOn(store.read, dayOf(new Date()))
  const yesterday = new Date(Date.now() - 86_400_000).toISOString()
  const tablets: KioskLoad['tablets'] = []
  for (let at = 0; at < TABLETS; at++) {
    const { code } = await newPairingCode(parts, viewer, counters[at % counters.length]?.id ?? '')
    const paired = await pairDevice(parts, { code, app_version: 'bench' })
    if (typeof paired === 'string') throw new Error(`A tablet was not paired: ${paired}`)
    const { credential, first_number: firstNumber, previous } = paired
    tablets.push({ credential, firstNumber, previous })
    // It has stood there for a while: what it recorded in the last hours is its own.
    await store.write((tx) => updateDevice(tx, paired.device, { paired_at: yesterday }))
  }
  await store.close()
  return tablets
}

interface City {
  port: number
  databaseFile: string
  codes: string[]
  tablets: KioskLoad['tablets']
}

/** Fifty tablets send what they recorded in eight hours offline, all at once, while people rate with phones. */
export async function measureKiosk({ port, databaseFile, codes, tablets }: City): Promise<void> {
  progress(`${TABLETS} tablets make ${RATINGS} ratings each ...`)
  const queues = await waitingTablets({ port, tablets, ratings: RATINGS })
  const over = { yet: false }
  const phones = Array.from({ length: PHONES }, (_, at) => tapOn(port, codes, at, over))
  const drained = await queues.begin().finally(() => {
    over.yet = true
  })
  const taps = (await Promise.all(phones)).flat()
  const wanted = TABLETS * RATINGS
  const stored = await storedOnce(databaseFile)
  if (drained.stored !== wanted || stored !== wanted)
    throw new Error(`Of ${wanted} ratings ${drained.stored} were acknowledged and ${stored} are stored.`)
  const figures = { drained_s: drained.elapsedMs / 1000, phone_p99_ms: quantile(taps, 0.99) }
  print({
    figure: `${TABLETS} tablets draining ${RATINGS} ratings each at once`,
    stored,
    drained_s: rounded(figures.drained_s),
    per_second: rounded(stored / figures.drained_s),
    batch_p50_ms: rounded(median(drained.times)),
    batch_p99_ms: rounded(quantile(drained.times, 0.99)),
    phone_taps: taps.length,
    phone_p50_ms: rounded(median(taps)),
    phone_p99_ms: rounded(figures.phone_p99_ms),
    phone_highest_ms: rounded(quantile(taps, 1)),
    limits: LIMITS,
    holds: figures.drained_s <= LIMITS.drained_s && figures.phone_p99_ms <= LIMITS.phone_p99_ms,
  })
}

/** One phone after the other at the same place; answers how long each tap took. */
async function tapOn(port: number, codes: readonly string[], place: number, over: { yet: boolean }) {
  const times: number[] = []
  for (let address = 1; !over.yet; address++) {
    const wire = await Wire.open(port, `127.9.${place}.${address}`)
    for (let tap = 0; tap < TAPS_AN_ADDRESS && !over.yet; tap++) {
      const form = formTo(port, ratePath(codes[(place + tap) % codes.length] ?? ''), newTap())
      const sent = performance.now()
      const { status, head } = await wire.exchange(form)
      times.push(performance.now() - sent)
      if (status !== 303) throw new Error(`A tap was answered:\n${head}`)
      await sleep(BETWEEN_TAPS_MS)
    }
    wire.close()
  }
  return times
}

/** Entries that say they are stored, where each has a response of its own; -1 where that is not so. */
async function storedOnce(databaseFile: string): Promise<number> {
  const store = openStore(`sqlite:${databaseFile}`)
  const sum = (lines: Awaited<ReturnType<typeof keptKioskEntries>>) =>
    lines.reduce((all, { counts }) => all + counts.entries, 0)
  const [kept, counted] = [
    sum(await keptKioskEntries(store.read)),
    sum(await recountedKioskEntries(store.read)),
  ]
  await store.close()
  return kept === counted ? kept : -1
}
