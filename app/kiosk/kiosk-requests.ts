import { z } from 'zod'
import { LARGEST_BATCH } from './kiosk-entry.ts'
import { isInstant, isOffset, LARGEST_NUMBER } from './read-entry.ts'

const version = z.string().regex(/^[\w.+-]{1,40}$/)
const count = z.number().int().min(0).max(LARGEST_NUMBER)
const instant = z.string().refine(isInstant)

/** POST /api/kiosk/pair. */
export const pairRequest = z.object({
  code: z.string().max(64),
  app_version: version,
  device: z.string().max(64).optional(),
  next_number: z.number().int().min(1).max(LARGEST_NUMBER).optional(),
  waiting: count.optional(),
})

/** POST /api/kiosk/heartbeat; what a later tablet says besides is left out. */
export const heartbeatRequest = z.object({
  now: instant,
  offset_ms: z.number().refine(isOffset),
  app_version: version,
  last_number: count,
  waiting: count,
  refused: count,
  storage: z.enum(['ok', 'full', 'broken']),
  ring: count,
  battery: z.object({ percent: z.number().int().min(0).max(100), charging: z.boolean() }).optional(),
})

/** POST /api/kiosk/ratings: entries in any state, each has its own answer. */
export const ratingsRequest = z.object({
  format: z.unknown(),
  entries: z.array(z.unknown()),
  now: instant.optional(),
})

export const isTooLong = ({ entries }: { entries: readonly unknown[] }) => entries.length > LARGEST_BATCH
