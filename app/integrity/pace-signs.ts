import { LEAST_GAPS, regularStretches } from '../statistics/regular-gaps.ts'
import { burstFrom } from '../statistics/scan.ts'
import type { FoundSign, Tap } from './sign.ts'

const WINDOW_MS = 5 * 60_000
/** Eight hours of windows of five minutes. */
const WINDOWS = 96
/** Where next to nobody rates, three in five minutes would already be rare: a family of them is no burst. */
const SMALLEST_BURST = 6

/** A burst of `taps` (sorted by time) given at one place, '' for the whole office, where `usualADay` come in a day. */
export function burstSign(taps: readonly Tap[], counterId: string, usualADay: number): FoundSign | null {
  const usual = Math.max(usualADay, taps.length) / WINDOWS
  const least = Math.max(SMALLEST_BURST, burstFrom(usual, WINDOWS))
  const inBurst = new Set<Tap>()
  let largest = 0
  for (let from = 0, to = 0; to < taps.length; to++) {
    while ((taps[to]?.at ?? 0) - (taps[from]?.at ?? 0) > WINDOW_MS) from++
    largest = Math.max(largest, to - from + 1)
    if (to - from + 1 >= least) for (const tap of taps.slice(from, to + 1)) inBurst.add(tap)
  }
  const found = [...inBurst]
  if (found.length === 0) return null
  return { sign: { kind: 'burst', counterId, n: largest, ...spanOf(found), usual }, taps: found }
}

/** Ten or more gaps alike between `taps` (sorted by time) given at one place. */
export function regularGapSigns(taps: readonly Tap[], counterId: string): FoundSign[] {
  if (taps.length <= LEAST_GAPS) return []
  return regularStretches(taps.map(({ at }) => at)).map(({ from, to, meanGap }) => {
    const found = taps.slice(from, to + 1)
    const span = spanOf(found)
    return {
      sign: { kind: 'regular_gaps', counterId, n: found.length, ...span, seconds: meanGap / 1000 },
      taps: found,
    }
  })
}

function spanOf(taps: readonly Tap[]): { from: string; to: string } {
  const times = taps.map(({ at }) => at)
  const text = (at: number) => new Date(at).toISOString()
  return { from: text(Math.min(...times)), to: text(Math.max(...times)) }
}
