import type { Buckets } from '#app/auth/guess-limit.ts'

/** Wrong codes in a row, and one more after how many seconds: from one address, and from all of them together. */
export const PAIRING_GUESSES = {
  address: { capacity: 10, seconds: 30 },
  everybody: { capacity: 2_000, seconds: 0.2 },
} as const

const ALL = 'everybody'

/** Limits guessing of pairing codes; right ones cost nothing. Of 2^35 codes some 5,000
 * can be tried while one is good. */
export class PairingLimit {
  readonly #address: Buckets
  readonly #everybody: Buckets

  constructor(make: (capacity: number, perSecond: number) => Buckets) {
    const bucket = ({ capacity, seconds }: { capacity: number; seconds: number }) =>
      make(capacity, 1 / seconds)
    this.#address = bucket(PAIRING_GUESSES.address)
    this.#everybody = bucket(PAIRING_GUESSES.everybody)
  }

  /** Counts a guess before it is looked at; answers 0, or the seconds to wait. */
  take(address: string): number {
    const wait = this.#address.take(address)
    if (wait > 0) return wait
    const later = this.#everybody.take(ALL)
    if (later > 0) this.#address.giveBack(address)
    return later
  }

  giveBack(address: string): void {
    this.#address.giveBack(address)
    this.#everybody.giveBack(ALL)
  }
}
