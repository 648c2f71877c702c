import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import type { Clock } from '#app/calendar/clock.ts'
import { dayOf } from '#app/calendar/day.ts'

const newKey = () => createSecretKey(randomBytes(32))

interface Bucket {
  tokens: number
  at: number
}

/**
 * Token buckets by visitor: `capacity` at once, refilled `perSecond`. The address is kept only as a keyed hash
 * whose key lives in memory and changes with the day, so nothing on disk or in a dump tells who it was.
 */
export class TokenBuckets {
  readonly #capacity: number
  readonly #perSecond: number
  readonly #clock: Clock
  readonly #most: number
  #buckets = new Map<string, Bucket>()
  #key = newKey()
  #day = ''

  constructor(capacity: number, perSecond: number, clock: Clock, most = 100_000) {
    this.#capacity = capacity
    this.#perSecond = perSecond
    this.#clock = clock
    this.#most = most
  }

  /** Takes one token of this visitor; answers 0, or the whole seconds until there is one again. */
  take(visitor: string): number {
    const now = this.#clock.now().getTime()
    const bucket = this.#bucketOf(visitor, now)
    bucket.tokens = Math.min(this.#capacity, bucket.tokens + ((now - bucket.at) / 1000) * this.#perSecond)
    bucket.at = now
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / this.#perSecond)
    bucket.tokens -= 1
    return 0
  }

  /** Gives a token back: what was taken turned out to be a repeat, which is free. */
  giveBack(visitor: string): void {
    const bucket = this.#bucketOf(visitor, this.#clock.now().getTime())
    bucket.tokens = Math.min(this.#capacity, bucket.tokens + 1)
  }

  #bucketOf(visitor: string, now: number): Bucket {
    const day = dayOf(new Date(now))
    if (day !== this.#day) {
      this.#day = day
      this.#key = newKey()
      this.#buckets = new Map()
    }
    const hash = createHmac('sha256', this.#key).update(visitor).digest('base64')
    const found = this.#buckets.get(hash) ?? { tokens: this.#capacity, at: now }
    // Re-inserting keeps the map in order of use: the first is the one longest unused.
    this.#buckets.delete(hash)
    this.#buckets.set(hash, found)
    if (this.#buckets.size > this.#most) {
      const oldest = this.#buckets.keys().next().value
      if (oldest !== undefined) this.#buckets.delete(oldest)
    }
    return found
  }
}

/** The part of an address that stands for one visitor: an IPv6 network of 64 bits, an IPv4 address whole. */
export function visitorOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address
}
