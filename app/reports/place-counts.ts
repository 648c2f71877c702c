import type { OfficeDossierSum } from '#db/queries/dossier-counts.ts'
import type { OfficeLevelSum } from '#db/queries/level-counts.ts'
import { countsInHeadline, type IndexDefinition } from '../statistics/index-definition.ts'
import { addCounts, type LevelCounts, levelCountsOf, noCounts, totalOf } from '../statistics/level-counts.ts'

/** What was counted at a place in a period. */
export interface PlaceCounts {
  /** All that the index definition counts, and of these the ones bound to a dossier. */
  headline: LevelCounts
  verified: LevelCounts
  returned: number
  onTime: number
  /** Returned dossiers with a verified rating. */
  rated: number
}

export const nothingCounted: PlaceCounts = {
  headline: noCounts,
  verified: noCounts,
  returned: 0,
  onTime: 0,
  rated: 0,
}

export function addPlaceCounts(a: PlaceCounts, b: PlaceCounts): PlaceCounts {
  return {
    headline: addCounts(a.headline, b.headline),
    verified: addCounts(a.verified, b.verified),
    returned: a.returned + b.returned,
    onTime: a.onTime + b.onTime,
    rated: a.rated + b.rated,
  }
}

export const isCounted = ({ headline, returned }: PlaceCounts): boolean => totalOf(headline) + returned > 0

/** The rows of one period by office, as the definition counts them. */
export function countsByOffice(
  definition: IndexDefinition,
  levels: OfficeLevelSum[],
  dossiers: OfficeDossierSum[],
): Map<string, PlaceCounts> {
  const byOffice = new Map<string, PlaceCounts>()
  const add = (id: string, counts: Partial<PlaceCounts>) =>
    byOffice.set(id, addPlaceCounts(byOffice.get(id) ?? nothingCounted, { ...nothingCounted, ...counts }))
  for (const row of levels) {
    if (!countsInHeadline(definition, row.trust, row.stage)) continue
    const headline = levelCountsOf(row)
    add(row.office_id, { headline, verified: row.trust === 'verified' ? headline : noCounts })
  }
  for (const row of dossiers) {
    add(row.office_id, { returned: row.returned, onTime: row.on_time, rated: row.rated })
  }
  return byOffice
}
