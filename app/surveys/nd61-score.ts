/** Nghị định 61/2018/NĐ-CP, Điều 31: nine indicators of 0, 1 or 2 points; a citizen answers six of them. */
export const CITIZEN_INDICATORS = [1, 2, 3, 4, 6, 7] as const
export const ENTERED_INDICATORS = [5, 8, 9] as const
export type CitizenIndicator = (typeof CITIZEN_INDICATORS)[number]
export type EnteredIndicator = (typeof ENTERED_INDICATORS)[number]

export const INDICATOR_IDENTITIES = 'nd61.'
export const identityOf = (indicator: CitizenIndicator) => `${INDICATOR_IDENTITIES}${indicator}`

/** Points given by n answers; the mean is points / n, kept as it is: 14.999 is not 15. */
export interface Mean {
  points: number
  n: number
}

/** The best first. */
export const BANDS = ['excellent', 'good', 'fair', 'average', 'weak'] as const
export type Band = (typeof BANDS)[number]

const LEAST: readonly { least: bigint; band: Band }[] = [
  { least: 15n, band: 'excellent' },
  { least: 12n, band: 'good' },
  { least: 9n, band: 'fair' },
  { least: 6n, band: 'average' },
]

/** Answers by points given: `{0: 3, 1: 5, 2: 12}`. */
export function meanOf(counts: Record<0 | 1 | 2, number>): Mean {
  return { points: counts[1] + 2 * counts[2], n: counts[0] + counts[1] + counts[2] }
}

/** An exact fraction; `over` is more than 0. */
interface Fraction {
  of: bigint
  over: bigint
}

/** The sum of means and whole points, exactly; null when a mean has no answers. */
export function sumOf(means: readonly Mean[], entered: readonly number[]): Fraction | null {
  if (means.some(({ n }) => n === 0)) return null
  const whole = entered.reduce((sum, points) => sum + BigInt(points), 0n)
  return means.reduce<Fraction>(
    ({ of, over }, { points, n }) => ({
      of: of * BigInt(n) + BigInt(points) * over,
      over: over * BigInt(n),
    }),
    { of: whole, over: 1n },
  )
}

/** >= 15 Xuất sắc, >= 12 Tốt, >= 9 Khá, >= 6 Trung bình, else Yếu: by the sum before it is rounded. */
export function bandOf({ of, over }: Fraction): Band {
  return LEAST.find(({ least }) => of >= least * over)?.band ?? 'weak'
}

/** To so many decimals, half up. */
export function rounded({ of, over }: Fraction, decimals: number): number {
  const units = 10n ** BigInt(decimals)
  return Number((2n * of * units + over) / (2n * over)) / Number(units)
}

export const asFraction = ({ points, n }: Mean): Fraction => ({ of: BigInt(points), over: BigInt(n) })
