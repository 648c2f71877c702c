import type { CityOffice } from './city-tree.ts'
import { classShares, dossiersARating, stories } from './stories.ts'

/** What an office gets of the year. */
export interface Quota {
  office: CityOffice
  dossiers: number
  verified: number
  open: number
  kiosk: number
}

export function dossiersFor(ratings: number): number {
  const { upTo, ratio, ratioBeyond } = dossiersARating
  return Math.round(ratings * (ratings <= upTo ? ratio : ratioBeyond))
}

/** Shares the ratings and their dossiers out among the offices; the ratings come out exactly. */
export function quotasOf(ratings: number, offices: readonly CityOffice[]): Quota[] {
  const kioskTotal = Math.round(ratings * classShares.kiosk)
  const verifiedTotal = Math.round(ratings * classShares.verified)
  const few = stories.tooFewAnswers
  const fewTotal = Math.min(Math.round(ratings * few.shareOfRatings), few.atMost)
  const fewVerified = Math.round((fewTotal * 2) / 3)
  const fewOpen = fewTotal - fewVerified
  const isFew = (office: CityOffice) => office.row.id === few.office

  const others = (weight: 'verified' | 'open') => offices.map((o) => (isFew(o) ? 0 : o.plan[weight]))
  const verified = sharedOut(verifiedTotal - fewVerified, others('verified'))
  const open = sharedOut(ratings - verifiedTotal - kioskTotal - fewOpen, others('open'))
  const kiosk = sharedOut(
    kioskTotal,
    offices.map((o) => (o.row.kind === 'one_stop' ? 1 : 0)),
  )
  const dossiers = sharedOut(
    dossiersFor(ratings),
    offices.map((o) => o.plan.dossiers),
  )
  return offices.map((office, at) => {
    const links = (verified[at] ?? 0) + (isFew(office) ? fewVerified : 0)
    return {
      office,
      dossiers: Math.max(dossiers[at] ?? 0, links),
      verified: links,
      open: (open[at] ?? 0) + (isFew(office) ? fewOpen : 0),
      kiosk: kiosk[at] ?? 0,
    }
  })
}

/** Whole parts of `total` by weight, the largest remainders rounded up (Hamilton's method). */
export function sharedOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const parts = exact.map(Math.floor)
  const left = total - parts.reduce((a, b) => a + b, 0)
  exact
    .map((share, at) => ({ at, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at)
    .slice(0, left)
    .forEach(({ at }) => {
      parts[at] = (parts[at] ?? 0) + 1
    })
  return parts
}

/** Spreads `total` over days by weight, whole numbers only: `next` is asked once for each day, in order. */
export class Spread {
  readonly #total: number
  readonly #sum: number
  readonly #phase: number
  #reached = 0
  #given = 0

  constructor(total: number, weights: readonly number[], phase: number) {
    this.#total = total
    this.#sum = weights.reduce((a, b) => a + b, 0)
    this.#phase = phase
  }

  next(weight: number): number {
    this.#reached += weight
    const due = Math.floor((this.#total * this.#reached) / this.#sum + this.#phase)
    const now = due - this.#given
    this.#given = due
    return now
  }
}
