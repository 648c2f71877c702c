import type { KindLevelSum } from '#db/queries/counted-stretches.ts'
import { countsInHeadline, type IndexDefinition } from '../../statistics/index-definition.ts'
import { levelCountsOf } from '../../statistics/level-counts.ts'
import { type BreakdownLine, brokenDown, partsBy } from './breakdown.ts'

export const KINDS = ['trust', 'stage', 'respondent'] as const
export type Kind = (typeof KINDS)[number]

const VALUES = {
  trust: ['verified', 'kiosk', 'open'],
  stage: ['return', 'unstated', 'filing'],
  respondent: ['citizen', 'business', 'unstated'],
} as const satisfies Record<Kind, readonly string[]>

export type KindValue = (typeof VALUES)[Kind][number]
export type KindLine = BreakdownLine & { id: KindValue; inHeadline: boolean }
export type KindFigures = Record<Kind, KindLine[]>

/** Who rated, how and when: parts of the headline; a stage outside it stands apart and alone. */
export function kindFigures(
  rows: readonly KindLevelSum[],
  definition: IndexDefinition,
  isHidden: boolean,
): KindFigures {
  const counted = rows.filter(({ trust, stage }) => countsInHeadline(definition, trust, stage))
  const lines = (kind: Kind): KindLine[] => {
    const parts = partsBy(counted, (row) => row[kind], levelCountsOf, VALUES[kind])
    const inside = brokenDown(parts, definition, isHidden)
    return inside
      .filter(({ figure }) => figure.state !== 'none')
      .map((line) => ({ ...line, id: line.id as KindValue, inHeadline: true }))
  }
  const apart = rows.filter(({ stage }) => !definition.stages.includes(stage))
  const outside = partsBy(apart, ({ stage }) => stage, levelCountsOf).flatMap((part) =>
    brokenDown([part], definition).map((line) => ({ ...line, id: line.id as KindValue, inHeadline: false })),
  )
  return { trust: lines('trust'), stage: [...lines('stage'), ...outside], respondent: lines('respondent') }
}
