import type { KioskDeviceRow } from '#db/schema.ts'

/** A tablet nobody has heard from for so long sends nothing any more until it is paired again. */
export const CREDENTIAL_DAYS = 90
export const PAIRING_MINUTES = 10
/** In opening hours a tablet speaks every two minutes; after this it is silent. */
export const SILENT_AFTER_MINUTES = 15
/** A number skipped by a later one is missing after this; one only announced may still wait on an offline tablet. */
export const GAP_DUE_MINUTES = { skipped: 10, announced: 20 * 60 } as const

const DAY_MS = 86_400_000

export const isExpired = ({ last_heard_at }: Pick<KioskDeviceRow, 'last_heard_at'>, now: Date): boolean =>
  now.getTime() - Date.parse(last_heard_at) > CREDENTIAL_DAYS * DAY_MS

export const minutesAfter = (instant: Date, minutes: number): string =>
  new Date(instant.getTime() + minutes * 60_000).toISOString()
