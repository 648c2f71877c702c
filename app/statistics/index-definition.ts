import type { IndexDefinitionRow, Stage, Trust } from '#db/schema.ts'
import { LEVELS, type Level } from './level-counts.ts'

/** What makes the headline figure, from which day on; reports print its version. */
export interface IndexDefinition {
  readonly version: number
  readonly validFrom: string
  readonly trustClasses: readonly Trust[]
  readonly stages: readonly Stage[]
  readonly satisfiedLevels: readonly Level[]
  /** Fewer ratings than this are not shown (disclosure.ts). */
  readonly minimumN: number
}

const TRUST_CLASSES: readonly Trust[] = ['verified', 'kiosk', 'open']
const STAGES: readonly Stage[] = ['return', 'filing', 'unstated']

type Stored = Omit<IndexDefinitionRow, 'reason' | 'decided_at' | 'decided_by'>

export function indexDefinitionOf(row: Stored): IndexDefinition {
  return {
    version: row.version,
    validFrom: row.valid_from,
    trustClasses: listOf(TRUST_CLASSES, row.trust_classes),
    stages: listOf(STAGES, row.stages),
    satisfiedLevels: listOf<Level>(LEVELS, row.satisfied_levels),
    minimumN: row.minimum_n,
  }
}

export function countsInHeadline(definition: IndexDefinition, trust: Trust, stage: Stage): boolean {
  return definition.trustClasses.includes(trust) && definition.stages.includes(stage)
}

/** A stored list: refused when it names something unknown, since that would silently change the headline. */
function listOf<Word>(known: readonly Word[], json: string): Word[] {
  const stored: unknown = JSON.parse(json)
  if (!Array.isArray(stored)) throw new TypeError(`Index definition: not a list: ${json}`)
  return stored.map((word: unknown) => {
    const found = known.find((one) => one === word)
    if (found === undefined) throw new TypeError(`Index definition: ${String(word)} is unknown in ${json}`)
    return found
  })
}
