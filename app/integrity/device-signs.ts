import type { FoundSign, Tap } from './sign.ts'

/** A family shares a phone; this many of one office on one day is more. */
export const LEAST_OF_ONE_DEVICE = 5
const LEAST_QUICK = 5

/** Ratings of one office's day from one and the same phone: the day's cookie tells, never the network. */
export function oneDeviceSigns(taps: readonly Tap[]): FoundSign[] {
  const known = taps.filter(({ device }) => device !== '')
  const many = [...Map.groupBy(known, ({ device }) => device).values()].filter(
    (own) => own.length >= LEAST_OF_ONE_DEVICE,
  )
  const own = many.flat()
  if (own.length === 0) return []
  const most = Math.max(...many.map(({ length }) => length))
  const sign = { kind: 'one_device', devices: many.length, most, n: own.length, of: taps.length } as const
  return [{ sign, taps: own }]
}

/** Ratings given less than two seconds after their page was sent: nobody has read it then. */
export function quickSign(taps: readonly Tap[]): FoundSign[] {
  const quick = taps.filter(({ isQuick }) => isQuick)
  if (quick.length < LEAST_QUICK) return []
  return [{ sign: { kind: 'quick', n: quick.length, of: taps.length }, taps: quick }]
}
