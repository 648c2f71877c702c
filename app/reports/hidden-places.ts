import { hiddenInTree, NARROWEST_RANGE } from '../statistics/disclosure.ts'
import { hideLines, sumOf, type Unseen } from '../statistics/hidden-lines.ts'
import { type Level, totalOf } from '../statistics/level-counts.ts'
import { maskedLevelsInTree } from '../statistics/level-disclosure.ts'
import { CITY, type PlacedOffice, topOf } from './office-tree.ts'
import { nothingCounted, type PlaceCounts } from './place-counts.ts'

/** What of each place, and of the city's sum, may not be shown. */
export interface HiddenPlaces {
  ratings: ReadonlySet<string>
  verified: ReadonlySet<string>
  levels: ReadonlyMap<string, ReadonlySet<Level>>
}

/** An office's own counts beside the offices below it: no line of the table, but one subtraction away. */
export const ownLine = (id: string): string => `${id}/own`

interface OwnLine<T> {
  id: string
  parentId: string | null
  own: T
}

/** The lines of the table, the city's sum where no root is it, and what parents counted themselves. */
function linesOf<T>(places: PlacedOffice[], ownOf: (id: string) => T, none: T): OwnLine<T>[] {
  const parents = new Set(places.map(({ countsInto }) => countsInto))
  const lines = places.flatMap(({ id, countsInto }): OwnLine<T>[] => {
    if (!parents.has(id)) return [{ id, parentId: countsInto, own: ownOf(id) }]
    const own = { id: ownLine(id), parentId: id, own: ownOf(id) }
    return [{ id, parentId: countsInto, own: none }, own]
  })
  return topOf(places) === CITY ? [{ id: CITY, parentId: null, own: none }, ...lines] : lines
}

/** Which places may not show their number of ratings, where no more than that is at stake. */
export const hiddenRatings = (places: PlacedOffice[], nOf: (id: string) => number, k: number): Set<string> =>
  hiddenInTree(linesOf(places, nOf, 0), k)

/** The same where some places are hidden for other reasons: their complements go with them too. */
export const hiddenBeside = (
  places: PlacedOffice[],
  nOf: (id: string) => number,
  k: number,
  isHidden: (id: string) => boolean,
): Set<string> =>
  hideLines(
    linesOf(places, (id) => [nOf(id)], [0]),
    {
      isSmall: ({ id, total }) => isHidden(id) || sumOf(total) < k,
      // One alone is the rest, however large it is.
      isVague: (unseen) => unseen.hidden.filter(({ isEnd }) => isEnd).length > 1 && isVague(unseen, k),
    },
  )

/** Hides what is too small to show and what would give it away by taking one figure from another. */
export function hiddenPlaces(
  places: PlacedOffice[],
  ownOf: (id: string) => PlaceCounts,
  { minimumN, satisfiedLevels }: { minimumN: number; satisfiedLevels: readonly Level[] },
): HiddenPlaces {
  const lines = linesOf(places, ownOf, nothingCounted)
  const tree = <T>(own: (counts: PlaceCounts) => T) => lines.map((line) => ({ ...line, own: own(line.own) }))
  const ratings = hiddenInTree(
    tree(({ headline }) => totalOf(headline)),
    minimumN,
  )
  const split = tree(({ headline, verified }) => {
    const n = totalOf(verified)
    return [n, totalOf(headline) - n]
  })
  const verified = hideLines(split, {
    isSmall: ({ id, total }) => ratings.has(id) || total.some((n) => 0 < n && n < minimumN),
    isVague: (unseen) => isVague(unseen, minimumN),
  })
  const levels = maskedLevelsInTree(
    tree(({ headline }) => headline),
    minimumN,
    satisfiedLevels,
    ratings,
  )
  return { ratings, verified, levels }
}

/**
 * All ratings and the verified among them both stand on a line, so a line's others are known by subtraction: both
 * parts of what remains unseen must be nothing, or too wide a range to place a hidden line in.
 */
function isVague({ rest, hidden }: Unseen, k: number): boolean {
  const least = Math.max(k, hidden.filter((line) => line.isEnd).length + NARROWEST_RANGE)
  return sumOf(rest) >= least && rest.every((n) => n === 0 || n >= least)
}
