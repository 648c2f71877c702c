import type { Counted } from './binomial.ts'
import { binomialMass } from './saddle-point.ts'

/**
 * Fisher's exact test of whether a's share is smaller than b's (JRSS 1935): how often chance makes it this small or
 * smaller, given how many there are of both kinds. Rare events, late dossiers say, are no matter for a normal z.
 */
export function fisherLess(a: Counted, b: Counted): number {
  if (a.n === 0 || b.n === 0) return 1
  const all = a.n + b.n
  const yes = a.k + b.k
  const least = Math.max(0, a.n - (all - yes))
  const mode = Math.floor(((a.n + 1) * (yes + 1)) / (all + 2))
  const p = a.n / all
  let term = (binomialMass(a.k, yes, p) * binomialMass(a.n - a.k, all - yes, p)) / binomialMass(a.n, all, p)
  let sum = 0
  for (let x = a.k; x >= least; x--) {
    sum += term
    if (x <= mode && term < sum * 1e-16) break
    term *= (x * (all - yes - a.n + x)) / ((yes - x + 1) * (a.n - x + 1))
  }
  return Math.min(1, sum)
}
