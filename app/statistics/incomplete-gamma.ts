import { poissonMass } from './saddle-point.ts'

const MOST_STEPS = 100_000

/** Q(a, x), the upper regularised incomplete gamma function: series or Lentz's fraction (Press et al., 6.2). */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1
  return x < a + 1 ? 1 - lowerBySeries(a, x) : upperByFraction(a, x)
}

function lowerBySeries(a: number, x: number): number {
  let term = poissonMass(a, x)
  let sum = term
  for (let at = 1; at < MOST_STEPS && term > sum * 1e-17; at++) {
    term *= x / (a + at)
    sum += term
  }
  return sum
}

function upperByFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = Number.MAX_VALUE
  let d = 1 / b
  let fraction = d
  for (let at = 1; at < MOST_STEPS; at++) {
    const an = -at * (at - a)
    b += 2
    d = 1 / (an * d + b)
    c = b + an / c
    const factor = c * d
    fraction *= factor
    if (Math.abs(factor - 1) < 1e-16) break
  }
  return poissonMass(a, x) * a * fraction
}

/** P(X <= k) where `mean` are expected (Poisson). */
export function poissonAtMost(k: number, mean: number): number {
  return k < 0 ? 0 : upperGamma(k + 1, mean)
}

/** P(|Z| >= |z|) of the normal distribution. */
export function normalTwoSided(z: number): number {
  return upperGamma(0.5, (z * z) / 2)
}

/** P(X >= x) of the chi-square distribution. */
export function chiSquareAtLeast(x: number, degrees: number): number {
  return upperGamma(degrees / 2, x / 2)
}
