import type { Day } from '../calendar/day.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { binomialAtLeast } from '../statistics/binomial.ts'
import { oneDeviceSigns, quickSign } from './device-signs.ts'
import { isOpenOn, isWithinHours, type Span } from './open-hours.ts'
import { burstSign, regularGapSigns } from './pace-signs.ts'
import { type FoundSign, sourceOf, type Tap } from './sign.ts'

/** How many ratings a place is used to. */
export interface Usual {
  /** In the months looked at. */
  readonly n: number
  readonly aDay: number
}

/** An office's day, and what it is held against. */
export interface OfficeDay {
  readonly day: Day
  /** Given at a place, at whatever stage, sorted by time. */
  readonly taps: readonly Tap[]
  readonly returned: number
  /** Of ratings and dossiers returned in these months together, the share that are ratings. */
  readonly usualShare: number
  /** By `sourceOf`; the office is the sum of its sources. */
  readonly usual: ReadonlyMap<string, Usual>
  readonly hours: readonly Span[]
  readonly calendar: WorkingCalendar
}

/** Fewer are no sign of anything, nor may they be shown. */
const FEWEST = 5
const LEAST_OF_ONE_SOURCE = 10
const LEAST_USUAL = 100
const MOST_SHARE = 0.8
const CHANCE = 0.001

/** All that speaks against the ratings of an office's day (statistics.md, 5). */
export function daySigns(day: OfficeDay): FoundSign[] {
  if (day.taps.length < FEWEST) return []
  const ofDevices = [...oneDeviceSigns(day.taps), ...quickSign(day.taps)]
  return [...aboveReturned(day), ...paceSigns(day), ...outsideHours(day), ...oneSource(day), ...ofDevices]
}

/**
 * More ratings than dossiers returned, and more so than the office is used to: at a hall where those who file rate too
 * it may be so every day. On a day on which nothing is returned anywhere it says nothing.
 */
function aboveReturned({ day, taps, returned, usualShare, hours, calendar }: OfficeDay): FoundSign[] {
  const counted = taps.filter(({ stage }) => stage !== 'filing')
  const { length: n } = counted
  if (n <= returned || n < FEWEST || !isOpenOn(day, hours, calendar)) return []
  if (binomialAtLeast(n, n + returned, usualShare) >= CHANCE) return []
  return [{ sign: { kind: 'above_returned', ratings: n, returned }, taps: counted }]
}

/** By each place, and for the office where no place alone shows it. */
function paceSigns({ taps, usual }: OfficeDay): FoundSign[] {
  const places = [...Map.groupBy(taps, sourceOf)]
  const bursts = places.flatMap(
    ([source, own]) => burstSign(own, own[0]?.counterId ?? '', usual.get(source)?.aDay ?? 0) ?? [],
  )
  const all = burstSign(taps, '', sum([...usual.values()].map(({ aDay }) => aDay)))
  const regular = places.flatMap(([, own]) => regularGapSigns(own, own[0]?.counterId ?? ''))
  return [...(all && places.length > 1 ? [all] : bursts), ...regular]
}

function outsideHours({ day, taps, hours, calendar }: OfficeDay): FoundSign[] {
  const outside = taps.filter(({ at }) => !isWithinHours(at, day, hours, calendar))
  if (outside.length < FEWEST) return []
  return [{ sign: { kind: 'outside_hours', n: outside.length, of: taps.length }, taps: outside }]
}

/** Nearly all from one counter's code or one kiosk, where the office's ratings are used to come from several. */
function oneSource({ taps, usual }: OfficeDay): FoundSign[] {
  const all = sum([...usual.values()].map(({ n }) => n))
  if (taps.length < LEAST_OF_ONE_SOURCE || all < LEAST_USUAL) return []
  const [largest] = [...Map.groupBy(taps, sourceOf)].toSorted((a, b) => b[1].length - a[1].length)
  const [source = '', own = []] = largest ?? []
  const usualShare = (usual.get(source)?.n ?? 0) / all
  const isOne = own.length >= MOST_SHARE * taps.length && usualShare < MOST_SHARE
  if (!isOne || binomialAtLeast(own.length, taps.length, usualShare) >= CHANCE) return []
  const { counterId = '', trust = 'open' } = own[0] ?? {}
  const sign = { kind: 'one_source', counterId, trust, n: own.length, of: taps.length, usualShare } as const
  return [{ sign, taps: own }]
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
