const MINUTE_MS = 60_000

/** A session nobody used for this long is over. */
export const IDLE_MS = 30 * MINUTE_MS
/** However busy, a session is over after a working day. */
export const ABSOLUTE_MS = 10 * 60 * MINUTE_MS
/** How far `last_seen_at` may lag behind, so that reading a page costs a write once a minute at most. */
export const TOUCH_MS = MINUTE_MS

interface SessionTimes {
  created_at: string
  last_seen_at: string
}

export function sessionHolds(session: SessionTimes, now: Date): boolean {
  const age = now.getTime() - Date.parse(session.created_at)
  const idle = now.getTime() - Date.parse(session.last_seen_at)
  return age < ABSOLUTE_MS && idle < IDLE_MS
}

export function needsTouch(session: SessionTimes, now: Date): boolean {
  return now.getTime() - Date.parse(session.last_seen_at) >= TOUCH_MS
}
