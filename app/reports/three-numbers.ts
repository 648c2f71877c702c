import type { OfficeLevelSum } from '#db/queries/level-counts.ts'
import type { Trust } from '#db/schema.ts'
import type { Period } from '../calendar/period.ts'
import { countsInHeadline, type IndexDefinition } from '../statistics/index-definition.ts'
import { addCounts, type LevelCounts, levelCountsOf, noCounts, totalOf } from '../statistics/level-counts.ts'
import { manskiBounds } from '../statistics/who-did-not-answer.ts'
import type { Band } from '../surveys/nd61-score.ts'
import { type ComparedPair, type ComparedPart, comparedPair } from './compared-shares.ts'
import type { PlaceFigures } from './overview.ts'
import type { Score766 } from './score-of-766.ts'

/** Three numbers that are all called satisfaction and measure three things; never one from the other. */
export interface ThreeNumbers {
  period: Period
  isUnfinished: boolean
  definition: IndexDefinition
  share: ShareNumber
  /** null for a period that is no month, quarter or year. */
  nd61: Nd61Number | null
  /** null for a period that is not of whole months. */
  score766: Score766 | null
}

export interface ShareNumber {
  city: PlaceFigures
  /** Ratings that the definition leaves out; null where they are too few to show. */
  leftOut: number | null
  /** Where the share of all whose dossiers were returned lies, whatever the silent think; null where not known. */
  bounds: { lower: number; upper: number } | null
  phoneAndKiosk: ComparedPair
  linkAndPlacard: ComparedPair
  /** By procedure against all others; null for a period that is not of whole months. */
  procedures: (ComparedPart & { code: string; name: string })[] | null
}

export interface Nd61Number {
  /** Offices with all nine indicators, by band. */
  bands: Record<Band, number>
  offices: { id: string; name: string; sum: number | null; band: Band | null }[]
}

/** Level counts of a city by trust class, what the headline counts and what it leaves out. */
export interface CityLevels {
  byTrust: Record<Trust, LevelCounts>
  leftOut: number
}

export function cityLevels(
  rows: readonly OfficeLevelSum[],
  outside: readonly string[],
  definition: IndexDefinition,
): CityLevels {
  const city = rows.filter(({ office_id }) => !outside.includes(office_id))
  const counted = city.filter(({ trust, stage }) => countsInHeadline(definition, trust, stage))
  const sum = (some: readonly OfficeLevelSum[]) => some.map(levelCountsOf).reduce(addCounts, noCounts)
  const of = (wanted: Trust) => sum(counted.filter(({ trust }) => trust === wanted))
  return {
    byTrust: { verified: of('verified'), kiosk: of('kiosk'), open: of('open') },
    leftOut: totalOf(sum(city)) - totalOf(sum(counted)),
  }
}

/** The share of a city with who did not answer and what its classes of ratings say. */
export function shareNumber(
  city: PlaceFigures,
  { byTrust, leftOut }: CityLevels,
  definition: IndexDefinition,
): Omit<ShareNumber, 'procedures'> {
  const { verified, kiosk, open } = byTrust
  const { rated, returned } = city
  const knows = rated !== null && returned > 0 && rated <= returned && city.verified.state === 'shown'
  return {
    city,
    leftOut: 0 < leftOut && leftOut < definition.minimumN ? null : leftOut,
    bounds:
      knows && city.verified.state === 'shown' ? manskiBounds(rated / returned, city.verified.share) : null,
    phoneAndKiosk: comparedPair(addCounts(verified, open), kiosk, definition),
    linkAndPlacard: comparedPair(verified, open, definition),
  }
}
