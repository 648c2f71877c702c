import type { Random } from './random.ts'

/**
 * Lots drawn from an urn without putting them back: of so many exactly so many are marked, whatever the luck
 * (selection sampling: Knuth, TAOCP 2, 3.4.2, algorithm S). An empty urn is filled again.
 */
export class Lots {
  readonly #random: Random
  readonly #of: number
  readonly #marked: number
  #left = 0
  #markedLeft = 0

  constructor(random: Random, of: number, marked: number) {
    this.#random = random
    this.#of = of
    this.#marked = marked
  }

  draw(): boolean {
    if (this.#left === 0) {
      this.#left = this.#of
      this.#markedLeft = this.#marked
    }
    const marked = this.#random.share() * this.#left < this.#markedLeft
    this.#left -= 1
    if (marked) this.#markedLeft -= 1
    return marked
  }
}

const MISHAPS_AN_URN = 4
const SMALLEST_URN = 50

/** Mishaps as rare as `1 - share`: by chance from day to day, but close to their share over a year of `draws`. */
export function mishaps(random: Random, share: number, draws: number): Lots {
  const rate = 1 - share
  if (rate <= 0) return new Lots(random, 1, 0)
  const of = Math.min(Math.round(MISHAPS_AN_URN / rate), Math.max(draws, SMALLEST_URN))
  return new Lots(random, of, Math.round(of * rate))
}
