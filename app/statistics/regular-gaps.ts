/** Standard deviation over mean (Pearson 1896); null for fewer than two values or a mean of 0. */
export function coefficientOfVariation(values: readonly number[]): number | null {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  if (values.length < 2 || mean === 0) return null
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / (values.length - 1)) / mean
}

export const LEAST_GAPS = 10
/** People who come one after another leave gaps that vary about as much as their mean: 1. */
const MOST_VARIATION = 0.3

export interface RegularStretch {
  /** Positions in the times given, both included. */
  readonly from: number
  readonly to: number
  readonly meanGap: number
}

/** Stretches of sorted times in which every 10 gaps in a row have a coefficient of variation of at most 0.3. */
export function regularStretches(times: readonly number[]): RegularStretch[] {
  const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0))
  const found: { from: number; to: number }[] = []
  for (let from = 0; from + LEAST_GAPS <= gaps.length; from++) {
    const variation = coefficientOfVariation(gaps.slice(from, from + LEAST_GAPS))
    if (variation === null || variation > MOST_VARIATION) continue
    const to = from + LEAST_GAPS
    const last = found.at(-1)
    if (last && last.to >= from) last.to = to
    else found.push({ from, to })
  }
  return found.map(({ from, to }) => ({
    from,
    to,
    meanGap: ((times[to] ?? 0) - (times[from] ?? 0)) / (to - from),
  }))
}
