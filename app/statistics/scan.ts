import { poissonAtMost } from './incomplete-gamma.ts'
import { poissonMass } from './saddle-point.ts'

/**
 * How often chance alone puts k or more into some window, where `psi` are expected in one and the time is
 * `windows` windows long (scan statistic: Naus, JASA 1982; Alm's short form).
 */
export function scanAtLeast(k: number, psi: number, windows: number): number {
  if (k <= 0) return 1
  if (psi <= 0) return 0
  const rate = ((k - psi) / k) * psi * (windows - 1) * poissonMass(k - 1, psi)
  if (k <= psi) return 1
  const within = poissonAtMost(k - 1, psi)
  return 1 - within * Math.exp(-rate)
}

/** At most one false alarm in 1,000 days. */
const FALSE_ALARMS = 0.001

/** The least number in one window that is a burst, for a day of `windows` windows with `psi` expected in each. */
export function burstFrom(psi: number, windows: number): number {
  let k = Math.max(2, Math.ceil(psi))
  while (scanAtLeast(k, psi, windows) > FALSE_ALARMS) k++
  return k
}
