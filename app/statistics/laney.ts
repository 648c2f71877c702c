import type { Counted } from './binomial.ts'

export interface LaneyLimits {
  readonly centre: number
  /** How much more the shares move from period to period than chance within a period explains. */
  readonly sigmaZ: number
  /** For each period the three-sigma limits of the plain p-chart and of the p'-chart, as shares. */
  readonly limits: readonly { pLower: number; pUpper: number; lower: number; upper: number }[]
}

/** p'-chart for large series (Laney, Quality Engineering 2002); null for fewer than two periods with ratings. */
export function laneyLimits(points: readonly Counted[]): LaneyLimits | null {
  const rated = points.filter(({ n }) => n > 0)
  if (rated.length < 2) return null
  const centre = rated.reduce((sum, { k }) => sum + k, 0) / rated.reduce((sum, { n }) => sum + n, 0)
  const spread = (n: number) => Math.sqrt((centre * (1 - centre)) / n)
  const scores = rated.map(({ n, k }) => (centre === 0 || centre === 1 ? 0 : (k / n - centre) / spread(n)))
  const moves = scores.slice(1).map((score, at) => Math.abs(score - (scores[at] ?? 0)))
  const sigmaZ = moves.reduce((sum, move) => sum + move, 0) / moves.length / 1.128
  const within = (share: number) => Math.min(1, Math.max(0, share))
  const limits = points.map(({ n }) => {
    const three = n === 0 ? Infinity : 3 * spread(n)
    const wide = n === 0 ? Infinity : three * sigmaZ
    return {
      pLower: within(centre - three),
      pUpper: within(centre + three),
      lower: within(centre - wide),
      upper: within(centre + wide),
    }
  })
  return { centre, sigmaZ, limits }
}
