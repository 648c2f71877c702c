const SHORTEST_MS = 1_000
const LONGEST_MS = 5 * 60_000

/** Milliseconds until the next try after this many failures in a row: 1 s to 5 min, doubling, half of it by chance. */
export function backOff(failures: number, random: () => number = Math.random): number {
  const whole = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** Math.max(0, failures))
  return Math.max(SHORTEST_MS, whole / 2 + (random() * whole) / 2)
}
