import { binomialAtMost, largestWithin } from './binomial.ts'

/** An office of n ratings lies outside at k <= low or k >= high; -1 and n + 1 where no count does. */
export interface FunnelBounds {
  readonly low: number
  readonly high: number
  /** The lines to draw, as shares: between the last count outside and the first inside. */
  readonly lower: number
  readonly upper: number
}

export interface FunnelLimits {
  readonly inner: FunnelBounds
  readonly outer: FunnelBounds
}

/** A page asks for the limits of the same few hundred numbers three times, and the next page again. */
const known = new Map<string, FunnelLimits>()
const MOST_KNOWN = 4_000

/** Exact binomial 95% (`inner`) and 99.8% (`outer`) limits around the target (Spiegelhalter, Stat. Med. 2005, A.1.1). */
export function funnelLimits(n: number, target: number): FunnelLimits {
  const key = `${n} ${target}`
  const found = known.get(key)
  if (found) return found
  if (known.size >= MOST_KNOWN) known.clear()
  const limits = { inner: bounds(n, target, 0.025), outer: bounds(n, target, 0.001) }
  known.set(key, limits)
  return limits
}

export type FunnelPlace = 'inside' | 'below_95' | 'above_95' | 'below_998' | 'above_998'

export function funnelPlace(k: number, { inner, outer }: FunnelLimits): FunnelPlace {
  if (k <= outer.low) return 'below_998'
  if (k >= outer.high) return 'above_998'
  if (k <= inner.low) return 'below_95'
  return k >= inner.high ? 'above_95' : 'inside'
}

function bounds(n: number, target: number, alpha: number): FunnelBounds {
  const low = largestWithin(alpha, n, target)
  const highGap = largestWithin(alpha, n, 1 - target)
  return {
    low,
    high: n - highGap,
    lower: line(low, n, target, alpha),
    upper: 1 - line(highGap, n, 1 - target, alpha),
  }
}

function line(low: number, n: number, p: number, alpha: number): number {
  if (n === 0) return 0
  const before = binomialAtMost(low, n, p)
  const after = binomialAtMost(low + 1, n, p)
  const part = after === before ? 0 : (alpha - before) / (after - before)
  return Math.min(1, Math.max(0, (low + part) / n))
}
