/** Takes a token of a key: 0, or the whole seconds until there is one again. */
export interface Buckets {
  take(key: string): number
  giveBack(key: string): void
}

export interface Guess {
  email: string
  address: string
  /** The number of a device where this account has signed in before, or null. */
  device: string | null
}

/** How many wrong passwords in a row, and one more after how many seconds. */
export const GUESSES = {
  /** An office behind one address signs in together in the morning. */
  address: { capacity: 60, seconds: 10 },
  account: { capacity: 16, seconds: 600 },
  accountAtAddress: { capacity: 8, seconds: 600 },
  accountOnDevice: { capacity: 8, seconds: 300 },
} as const

type Kind = keyof typeof GUESSES

/**
 * Limits guessing without locking an owner out: one address uses up half of an account's guesses at most, and a
 * device that has signed in before has guesses of its own. Right passwords cost nothing.
 */
export class GuessLimit {
  readonly #buckets: Record<Kind, Buckets>

  constructor(make: (capacity: number, perSecond: number) => Buckets) {
    const bucket = (kind: Kind) => make(GUESSES[kind].capacity, 1 / GUESSES[kind].seconds)
    this.#buckets = {
      address: bucket('address'),
      account: bucket('account'),
      accountAtAddress: bucket('accountAtAddress'),
      accountOnDevice: bucket('accountOnDevice'),
    }
  }

  /** Counts a guess before it is looked at; answers 0, or the seconds to wait. */
  take(guess: Guess): number {
    const taken: [Kind, string][] = []
    for (const [kind, key] of keysOf(guess)) {
      const wait = this.#buckets[kind].take(key)
      if (wait > 0) {
        this.#giveBack(taken)
        return wait
      }
      taken.push([kind, key])
    }
    return 0
  }

  /** The guess was right: it never happened. */
  giveBack(guess: Guess): void {
    this.#giveBack(keysOf(guess))
  }

  #giveBack(taken: [Kind, string][]): void {
    for (const [kind, key] of taken) this.#buckets[kind].giveBack(key)
  }
}

function keysOf({ email, address, device }: Guess): [Kind, string][] {
  if (device !== null) return [['accountOnDevice', `${email}|${device}`]]
  return [
    ['address', address],
    ['accountAtAddress', `${email}|${address}`],
    ['account', email],
  ]
}
