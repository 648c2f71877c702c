import type { Counted } from './binomial.ts'
import { normalTwoSided } from './incomplete-gamma.ts'
import { satisfiedShare } from './satisfied-share.ts'

export interface TwoProportions {
  /** Share of the first less share of the second, with its 95% interval. */
  readonly difference: number
  readonly lower: number
  readonly upper: number
  /** Pooled score, and how often chance alone makes one at least as far from 0. */
  readonly z: number
  readonly p: number
}

/** Interval by Newcombe's method 10, test by the pooled score (Newcombe, Stat. Med. 1998); null where one has no n. */
export function twoProportions(a: Counted, b: Counted): TwoProportions | null {
  const first = satisfiedShare(a.k, a.n)
  const second = satisfiedShare(b.k, b.n)
  if (!first || !second) return null
  const difference = first.share - second.share
  const pooled = (a.k + b.k) / (a.n + b.n)
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n))
  const z = spread === 0 ? 0 : difference / spread
  return {
    difference,
    lower: difference - Math.hypot(first.share - first.lower, second.upper - second.share),
    upper: difference + Math.hypot(first.upper - first.share, second.share - second.lower),
    z,
    p: normalTwoSided(z),
  }
}
