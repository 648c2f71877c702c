/** What one run of a load gave: finished a second, and how long one took. */
export interface Figures {
  count: number
  rate: number
  p50_ms: number
  p99_ms: number
  /** Processor time of the answering process for each, where the system tells it. */
  cpu_us: number | null
}

/** The nearest-rank quantile of times in any order. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = Float64Array.from(values).sort()
  const rank = Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))
  return sorted[rank] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** Two to four figures that say something. */
export function rounded(value: number): number {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 2 : 4
  return Number(value.toFixed(digits))
}

export function figuresOf(times: readonly number[], elapsedMs: number, cpuMs: number | null): Figures {
  return {
    count: times.length,
    rate: (times.length / elapsedMs) * 1000,
    p50_ms: median(times),
    p99_ms: quantile(times, 0.99),
    cpu_us: cpuMs === null ? null : (cpuMs / times.length) * 1000,
  }
}
