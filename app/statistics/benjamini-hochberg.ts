/** Which of several tests stand out at a false discovery rate of q, by position (Benjamini & Hochberg, JRSS B 1995). */
export function benjaminiHochberg(ps: readonly number[], q: number): boolean[] {
  const sorted = ps.toSorted((a, b) => a - b)
  const last = sorted.findLastIndex((p, at) => p <= ((at + 1) / ps.length) * q)
  const most = last < 0 ? -1 : (sorted[last] ?? -1)
  return ps.map((p) => p <= most)
}
