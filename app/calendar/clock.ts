/** Where "now" comes from: the system's clock, or a fixed one in tests and demos. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that starts at `start` and then runs on with the system's. */
export function clockFrom(start: Date, origin = Date.now()): Clock {
  return { now: () => new Date(start.getTime() + (Date.now() - origin)) }
}
