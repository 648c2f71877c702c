import type { KioskDeviceRow } from '#db/schema.ts'
import type { NumberRange } from './number-gaps.ts'

/** A tablet as the registry shows it. */
export interface ListedDevice {
  id: string
  name: string
  office: string
  counter: string
  status: KioskDeviceRow['status'] | 'expired'
  appVersion: string
  lastHeardAt: string
  /** '' while it is heard. */
  silentSince: string
  waiting: number
  refused: number
  /** Numbers reported as missing and not come since. */
  missing: NumberRange[]
  /** What its clock lacks to ours in seconds; null before it told its time. */
  clockOffset: number | null
  clockFlags: number
  battery: { percent: number; charging: boolean } | null
  storage: KioskDeviceRow['storage']
  ring: number
  /** When it last told of a store that takes nothing; '' never. */
  troubleAt: string
  conflicts: number
  chainBreaks: number
}

export interface KioskRegistry {
  devices: ListedDevice[]
  /** Where a tablet may be paired today. */
  counters: { id: string; name: string; office: string }[]
}

/** `3–7, 12`. */
export const writtenNumbers = (ranges: readonly NumberRange[]): string =>
  ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')

/** What has just been done, as the address says it. */
export type KioskDone = 'revoked' | 'renamed'
export const readKioskDone = (text: string | null): KioskDone | null =>
  text === 'revoked' || text === 'renamed' ? text : null
