import { Turns } from '#app/auth/turns.ts'
import type { Clock } from '#app/calendar/clock.ts'
import { PairingLimit } from '#app/kiosk/pairing-limit.ts'
import { TokenBuckets } from './rate-limit.server.ts'

/** What tablets pass through: limits by device, whatever its address, and one batch after the other. */
export class KioskGate {
  /** A day's queue of three thousand at once; then a hundred ratings a second. */
  readonly batches: TokenBuckets
  readonly heartbeats: TokenBuckets
  readonly pairing: PairingLimit
  readonly turns = new Turns(1)

  constructor(clock: Clock) {
    this.batches = new TokenBuckets(60, 2, clock)
    this.heartbeats = new TokenBuckets(20, 0.2, clock)
    this.pairing = new PairingLimit((capacity, perSecond) => new TokenBuckets(capacity, perSecond, clock))
  }
}
