import type { Stage, Trust } from '#db/schema.ts'
import type { Day, Month } from '../calendar/day.ts'

/** A rating given at a place (standing code or kiosk), as signs look at it. */
export interface Tap {
  readonly day: Day
  readonly officeId: string
  /** '' where it was given at no counter. */
  readonly counterId: string
  readonly trust: Trust
  readonly stage: Stage
  readonly level: number
  /** The first tap, in milliseconds. */
  readonly at: number
  /** Which device of the day it came from; '' where that is not known. */
  readonly device: string
  /** Less than two seconds after its page was made. */
  readonly isQuick: boolean
}

/** What speaks against some ratings, with what it rests on; instants are ISO text. */
export type Sign =
  | { kind: 'above_returned'; ratings: number; returned: number }
  | { kind: 'burst'; counterId: string; n: number; from: string; to: string; usual: number }
  | { kind: 'regular_gaps'; counterId: string; n: number; from: string; to: string; seconds: number }
  | { kind: 'outside_hours'; n: number; of: number }
  | { kind: 'one_source'; counterId: string; trust: Trust; n: number; of: number; usualShare: number }
  | { kind: 'one_device'; devices: number; most: number; n: number; of: number }
  | { kind: 'quick'; n: number; of: number }
  | { kind: 'hour_profile'; month: Month; ratings: number; dossiers: number; distance: number }

export type SignKind = Sign['kind']

/** A sign as it is kept: with the name that the counter had then, '' where there was none. */
export type KeptSign = Sign & { counter: string }

/** A sign and the ratings it rests on. */
export interface FoundSign {
  readonly sign: Sign
  readonly taps: readonly Tap[]
}

/** Signs about the same thing are no second witness: how many there are, how fast, at what time of day, from where, by whom. */
const WITNESS: Record<SignKind, 'number' | 'pace' | 'clock' | 'source' | 'device'> = {
  above_returned: 'number',
  burst: 'pace',
  regular_gaps: 'pace',
  outside_hours: 'clock',
  hour_profile: 'clock',
  one_source: 'source',
  one_device: 'device',
  quick: 'pace',
}

/** A flag needs two independent signs, one of them of the day itself. */
export function isFlagged(signs: readonly FoundSign[]): boolean {
  const ofDay = signs.some(({ sign }) => sign.kind !== 'hour_profile')
  return ofDay && new Set(signs.map(({ sign }) => WITNESS[sign.kind])).size >= 2
}

/** The ratings that a flag rests on: those the signs point at, or all of the day where they only count it. */
export function flaggedTaps(signs: readonly FoundSign[], all: readonly Tap[]): Tap[] {
  const pointedAt = signs.filter(({ sign }) => sign.kind !== 'above_returned').flatMap(({ taps }) => taps)
  return pointedAt.length > 0 ? [...new Set(pointedAt)] : [...all]
}

/** `taps` by where they were given. */
export const sourceOf = ({ counterId, trust }: Pick<Tap, 'counterId' | 'trust'>): string =>
  `${trust} ${counterId}`
