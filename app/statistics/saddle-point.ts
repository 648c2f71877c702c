const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const
const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2

/** ln Γ(x) for x >= 0.5 (Lanczos, SIAM J. Numer. Anal. 1964), to some 15 digits. */
export function logGamma(x: number): number {
  const t = x + 6.5
  const sum = LANCZOS.reduce((all, c, at) => all + (at === 0 ? c : c / (x - 1 + at)), 0)
  return HALF_LOG_TWO_PI + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

/** ln Γ(x+1) less Stirling's formula, without cancellation where x is large (Loader 2000, after Stirling's series). */
export function stirlingError(x: number): number {
  if (x === 0) return 0
  if (x < 16) return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI
  const square = x * x
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / x
}

/** x ln(x/mean) + mean - x, without cancellation where x is near the mean (Loader 2000). */
export function deviance(x: number, mean: number): number {
  if (x === 0) return mean
  const v = (x - mean) / (x + mean)
  if (Math.abs(v) >= 0.1) return x * Math.log(x / mean) + mean - x
  let term = 2 * x * v
  let sum = (x - mean) * v
  for (let at = 3; ; at += 2) {
    term *= v * v
    const next = sum + term / at
    if (next === sum) return sum
    sum = next
  }
}

/** Probability of exactly k of n (Loader, Fast and accurate computation of binomial probabilities, 2000). */
export function binomialMass(k: number, n: number, p: number): number {
  if (k < 0 || k > n) return 0
  if (p === 0 || p === 1) return k === p * n ? 1 : 0
  if (k === 0) return Math.exp(n * Math.log1p(-p))
  if (k === n) return Math.exp(n * Math.log(p))
  const errors = stirlingError(n) - stirlingError(k) - stirlingError(n - k)
  const deviances = deviance(k, n * p) + deviance(n - k, n * (1 - p))
  return Math.exp(errors - deviances) * Math.sqrt(n / (2 * Math.PI * k * (n - k)))
}

/** x^a e^-x / Γ(a+1): for a whole `a` the probability of exactly a where x are expected (Poisson; Loader 2000). */
export function poissonMass(a: number, x: number): number {
  if (x === 0) return a === 0 ? 1 : 0
  if (a === 0) return Math.exp(-x)
  return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a)
}
