import { binomialMass } from './saddle-point.ts'

/** k of n, in one period or at one place. */
export interface Counted {
  readonly k: number
  readonly n: number
}

/** P(X <= k) of n with probability p: the terms of the nearer tail, added until one no longer counts. */
export function binomialAtMost(k: number, n: number, p: number): number {
  if (k < 0) return 0
  if (k >= n) return 1
  return k <= n * p ? lowerTail(k, n, p) : 1 - lowerTail(n - k - 1, n, 1 - p)
}

/** P(X >= k) of n with probability p. */
export function binomialAtLeast(k: number, n: number, p: number): number {
  return binomialAtMost(n - k, n, 1 - p)
}

/** The largest k with P(X <= k) <= alpha, -1 when there is none: found from one tail by steps of one term. */
export function largestWithin(alpha: number, n: number, p: number): number {
  if (n === 0 || p <= 0) return -1
  if (p >= 1) return n - 1
  const spread = Math.sqrt(n * p * (1 - p))
  const guess = Math.floor(n * p - Math.sqrt(-2 * Math.log(alpha)) * spread)
  let k = Math.max(0, Math.min(n - 1, guess))
  let mass = binomialMass(k, n, p)
  let tail = lowerTail(k, n, p)
  while (tail > alpha && k >= 0) {
    tail -= mass
    mass *= (k / (n - k + 1)) * ((1 - p) / p)
    k--
  }
  while (k >= 0 && k < n - 1) {
    const next = mass * ((n - k) / (k + 1)) * (p / (1 - p))
    if (tail + next > alpha) return k
    mass = next
    tail += next
    k++
  }
  return k
}

/** Two-sided exact test of k of n against p: twice the smaller tail, at most 1 (Clopper & Pearson, Biometrika 1934). */
export function exactTest(k: number, n: number, p: number): number {
  return Math.min(1, 2 * Math.min(binomialAtMost(k, n, p), binomialAtLeast(k, n, p)))
}

/** P(X <= k) for k at or below the mean, or not far above it: every term is smaller than the one before. */
function lowerTail(k: number, n: number, p: number): number {
  let term = binomialMass(k, n, p)
  let sum = term
  const odds = (1 - p) / p
  for (let at = k; at > 0; at--) {
    term *= (at / (n - at + 1)) * odds
    sum += term
    if (term < sum * 1e-18) break
  }
  return sum
}
