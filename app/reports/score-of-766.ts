import { halfUp } from '../statistics/half-up.ts'
import { complaintScore, dossierScore, type Score } from '../statistics/score-766.ts'

/** What the satisfaction group of Quyết định 766 is made from, of a city and whole months. */
export interface Counted766 {
  received: number
  /** Closed late, or open after the day they were due. */
  overdue: number
  /** Ratings bound to a dossier at level 1 or 2; which dossier is not kept. */
  disliked: number
  petitions: { received: number; onTime: number; unsatisfied: number }
}

/** Between what and what a score lies; the same twice where it is known. */
export interface ScoreRange {
  least: number
  most: number
}

/** 0 to 18 points, for information: the portal's own score is the official one. */
export interface Score766 extends Omit<Counted766, 'disliked' | 'petitions'> {
  /** null where the number is too small to show. */
  disliked: number | null
  petitions: number
  dossiers: ScoreRange | null
  onTime: number
  /** null where so few petitioners answered that it would say what one of them did. */
  satisfied: number | null
  total: ScoreRange | null
}

/**
 * The three measures and their sum. A dossier that was late and disliked counts once, but a rating keeps no dossier: the
 * bad ones number at least the largest of the three kinds and at most their sum, so the score is a range.
 */
export function score766(counted: Counted766, minimumN: number): Score766 {
  const { received, overdue, disliked, petitions } = counted
  const kinds = [overdue, disliked, petitions.received]
  const fewest = Math.min(received, Math.max(...kinds))
  const most = Math.min(
    received,
    kinds.reduce((sum, n) => sum + n, 0),
  )
  const isSmall = (n: number) => 0 < n && n < minimumN
  const range = { least: dossierScore(received, most), most: dossierScore(received, fewest) }
  const onTime = complaintScore(petitions.onTime, petitions.received)
  const satisfied = complaintScore(petitions.received - petitions.unsatisfied, petitions.received)
  const [hidesDossiers, hidesAnswers] = [isSmall(disliked), isSmall(petitions.received)]
  const total = (dossiers: Score) => points(sumOf([dossiers, onTime, satisfied]))
  return {
    ...{ received, overdue, petitions: petitions.received },
    disliked: hidesDossiers ? null : disliked,
    dossiers: hidesDossiers ? null : { least: points(range.least), most: points(range.most) },
    onTime: points(onTime),
    satisfied: hidesAnswers ? null : points(satisfied),
    total: hidesDossiers || hidesAnswers ? null : { least: total(range.least), most: total(range.most) },
  }
}

const points = ({ of, over }: Score): number => halfUp(of, over, 2)

/** Exactly, so that it is rounded once. */
const sumOf = (scores: readonly Score[]): Score =>
  scores.reduce((sum, { of, over }) => ({ of: sum.of * over + of * sum.over, over: sum.over * over }), {
    of: 0,
    over: 1,
  })
