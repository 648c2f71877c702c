import { chiSquareAtLeast } from './incomplete-gamma.ts'

export interface GTest {
  readonly g: number
  readonly degrees: number
  readonly p: number
  /** Half the sum of the differences between the two profiles: 0 alike, 1 nothing in common. */
  readonly distance: number
}

/** Whether two rows of counts share one profile (G-test: Sokal & Rohlf, Biometry); null where there is nothing to compare. */
export function gTest(first: readonly number[], second: readonly number[]): GTest | null {
  const columns = first.map((a, at) => ({ a, b: second[at] ?? 0 })).filter(({ a, b }) => a + b > 0)
  const n = sum(columns.map(({ a }) => a))
  const m = sum(columns.map(({ b }) => b))
  if (n === 0 || m === 0 || columns.length < 2) return null
  const part = (count: number, expected: number) => (count === 0 ? 0 : count * Math.log(count / expected))
  const parts = columns.map(({ a, b }) => {
    const share = (a + b) / (n + m)
    return part(a, n * share) + part(b, m * share)
  })
  const g = Math.max(0, 2 * sum(parts))
  const degrees = columns.length - 1
  const distance = sum(columns.map(({ a, b }) => Math.abs(a / n - b / m))) / 2
  return { g, degrees, p: chiSquareAtLeast(g, degrees), distance }
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
