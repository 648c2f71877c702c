/** `satisfied` of `n` ratings, and between which bounds the true share lies with 95% confidence. */
export interface SatisfiedShare {
  readonly satisfied: number
  readonly n: number
  readonly share: number
  readonly lower: number
  readonly upper: number
}

/** The two-sided 95% quantile of the normal distribution. */
const Z = 1.959964

/** Share with Wilson's interval (Wilson, JASA 1927; Brown, Cai & DasGupta, Stat. Sci. 2001); null without ratings. */
export function satisfiedShare(satisfied: number, n: number): SatisfiedShare | null {
  refuseUnlessPart(satisfied, n)
  return n === 0 ? null : within(satisfied, n, n)
}

/**
 * The same for verified ratings, one per dossier, of `population` dossiers returned: n' = n(N-1)/(N-n) takes
 * the place of n (finite population correction, Cochran, Sampling Techniques, 2.6). Null when n exceeds the
 * population: ratings count by the day of the tap, dossiers by the day of return, so a short period may.
 */
export function verifiedShare(satisfied: number, n: number, population: number): SatisfiedShare | null {
  refuseUnlessPart(satisfied, n)
  refuseUnlessPart(0, population)
  if (n === 0 || n > population) return null
  return within(satisfied, n, n === population ? Infinity : (n * (population - 1)) / (population - n))
}

function within(satisfied: number, n: number, effectiveN: number): SatisfiedShare {
  const p = satisfied / n
  const z2n = Z ** 2 / effectiveN
  const centre = (p + z2n / 2) / (1 + z2n)
  const half = Math.sqrt((z2n * p * (1 - p) + (z2n * z2n) / 4) / (1 + z2n) ** 2)
  // The formula always holds p and stays within 0..1; min and max only undo what floating point takes off.
  const lower = Math.min(p, Math.max(0, centre - half))
  const upper = Math.max(p, Math.min(1, centre + half))
  return { satisfied, n, share: p, lower, upper }
}

function refuseUnlessPart(part: number, whole: number): void {
  if (Number.isSafeInteger(part) && Number.isSafeInteger(whole) && 0 <= part && part <= whole) return
  throw new RangeError(`${part} of ${whole} is not a count of a whole`)
}
