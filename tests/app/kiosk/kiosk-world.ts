import { createHash, randomUUID } from 'node:crypto'
import { Turns } from '#app/auth/turns.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import type { KioskSettings, PairAnswer } from '#app/kiosk/kiosk-api.ts'
import {
  hashedText,
  type KioskEntry,
  type RatingEntry,
  type ReasonsEntry,
  type UnhashedEntry,
} from '#app/kiosk/kiosk-entry.ts'
import { pairDevice } from '#app/kiosk/pair-device.server.ts'
import { newPairingCode } from '#app/kiosk/pairing-code.server.ts'
import { takeInEntries } from '#app/kiosk/take-in-entries.server.ts'
import { listOpenGaps } from '#db/queries/kiosk-gaps.ts'
import { viewerOf } from '#tests/app/offices/office-world.ts'
import { COUNTERS, SECRET, type SmallCity } from '#tests/world/small-city.ts'

export const ORIGIN = 'https://danhgia.example.vn'
export const APP_VERSION = '1.0.0'

const turns = new Turns(1)

export const kioskParts = (city: SmallCity) => ({
  store: city.store,
  clock: city.clock,
  secret: SECRET,
  config: { origin: ORIGIN },
  turns,
})

/** A tablet's side of the queue: numbers, chain, its own clock. */
export class Tablet {
  readonly city: SmallCity
  readonly device: string
  readonly credential: string
  readonly settings: KioskSettings
  /** What is added to the city's time to have the tablet's own clock, and what it has learnt of that. */
  skewMs = 0
  offsetMs = 0
  #number: number
  #previous: string

  constructor(city: SmallCity, paired: PairAnswer) {
    this.city = city
    this.device = paired.device
    this.credential = paired.credential
    this.settings = paired.settings
    this.#number = paired.first_number
    this.#previous = paired.previous
  }

  rate(level: RatingEntry['level'] = 5, change: Partial<RatingEntry> = {}): RatingEntry {
    return this.#enter({ kind: 'rating', level, ...this.#base(), ...change }) as RatingEntry
  }

  say(of: string, reasons: string[], change: Partial<ReasonsEntry> = {}): ReasonsEntry {
    return this.#enter({ kind: 'reasons', of, reasons, ...this.#base(), ...change }) as ReasonsEntry
  }

  get clock(): Date {
    return new Date(this.city.clock.now().getTime() + this.skewMs)
  }

  /** The highest number given out. */
  get lastNumber(): number {
    return this.#number - 1
  }

  /** Gives a number out for an entry that is lost. */
  lose(): number {
    this.rate()
    return this.lastNumber
  }

  send(entries: readonly unknown[], now: number | null = this.clock.getTime(), format: unknown = 1) {
    return takeInEntries(kioskParts(this.city), this.device, { format, entries, now })
  }

  /** The same, where the device is in use. */
  async results(...sent: Parameters<Tablet['send']>) {
    const results = await this.send(...sent)
    if (results === 'revoked') throw new Error('revoked')
    return results
  }

  #base() {
    return {
      id: randomUUID(),
      number: this.#number,
      previous: this.#previous,
      at: this.clock.toISOString(),
      offset_ms: this.offsetMs,
      lang: 'vi' as const,
    }
  }

  #enter(entry: UnhashedEntry): KioskEntry {
    const whole = sealed(entry)
    this.#number += 1
    this.#previous = whole.hash
    return whole
  }
}

/** The entry with its hash, as a tablet makes it. */
export function sealed(entry: UnhashedEntry | KioskEntry): KioskEntry {
  const hash = createHash('sha256').update(hashedText(entry)).digest('hex')
  return { ...entry, hash } as KioskEntry
}

const administrators = new WeakMap<SmallCity, Promise<Viewer>>()

/** The administrator of a city. */
export function administratorOf(city: SmallCity): Promise<Viewer> {
  const found = administrators.get(city) ?? viewerOf(city, 'administrator')
  administrators.set(city, found)
  return found
}

export async function codeAt(city: SmallCity, counter: string = COUNTERS.wardA): Promise<string> {
  const { code } = await newPairingCode(kioskParts(city), await administratorOf(city), counter)
  return code
}

export async function aTablet(city: SmallCity, counter: string = COUNTERS.wardA): Promise<Tablet> {
  const code = await codeAt(city, counter)
  const paired = await pairDevice(kioskParts(city), { code, app_version: APP_VERSION })
  if (typeof paired === 'string') throw new Error(paired)
  return new Tablet(city, paired)
}

/** The responses a tablet's ratings have become, in the order of their numbers. */
export const responsesOf = ({ city, device }: Tablet) =>
  city.store.read
    .selectFrom('responses as r')
    .innerJoin('kiosk_entries as e', 'e.response_id', 'r.id')
    .selectAll('r')
    .where('e.device_id', '=', device)
    .where('e.kind', '=', 'rating')
    .orderBy('e.number')
    .execute()

export const entriesOf = ({ city, device }: Tablet) =>
  city.store.read
    .selectFrom('kiosk_entries')
    .selectAll()
    .where('device_id', '=', device)
    .orderBy('number')
    .execute()

/** The numbers missing of a tablet, reported or not. */
export async function missingOf({ city, device }: Tablet): Promise<[number, number][]> {
  const gaps = await listOpenGaps(city.store.read, device)
  return gaps.map(({ first_number, last_number }) => [first_number, last_number])
}

export const deviceRow = ({ city, device }: Tablet) =>
  city.store.read.selectFrom('kiosk_devices').selectAll().where('id', '=', device).executeTakeFirstOrThrow()

export const auditOf = ({ city, device }: Tablet, action: string) =>
  city.store.read
    .selectFrom('audit_trail')
    .selectAll()
    .where('action', '=', action)
    .where('subject_id', '=', device)
    .orderBy('sequence')
    .execute()
