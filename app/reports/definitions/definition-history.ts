import { addDays, type Day, LAST_DAY } from '../../calendar/day.ts'
import type { IndexDefinition } from '../../statistics/index-definition.ts'

export interface DecidedDefinition extends IndexDefinition {
  /** Why, when (ISO) and by whom; '' for the one the system came with. */
  reason: string
  decidedAt: string
  decidedBy: string
}

export interface KnownDefinition extends DecidedDefinition {
  /** Its last day; before `validFrom` when another took its place before it began. */
  validTo: Day
  state: 'in_force' | 'planned' | 'ended' | 'never_in_force'
}

/** Every definition with the days it counts for, the newest version first. */
export function definitionHistory(definitions: readonly DecidedDefinition[], today: Day): KnownDefinition[] {
  return definitions
    .toSorted((a, b) => b.version - a.version)
    .map((definition) => {
      const validTo = lastDayOf(definition, definitions)
      return { ...definition, validTo, state: stateOf(definition.validFrom, validTo, today) }
    })
}

/** A later version takes over on its first day; of two that begin together the later one counts. */
function lastDayOf({ version, validFrom }: IndexDefinition, all: readonly IndexDefinition[]): Day {
  const followers = all.filter(
    (other) => other.validFrom > validFrom || (other.validFrom === validFrom && other.version > version),
  )
  const first = followers.map((other) => other.validFrom).toSorted()[0]
  return first === undefined ? LAST_DAY : addDays(first, -1)
}

function stateOf(from: Day, to: Day, today: Day): KnownDefinition['state'] {
  if (to < from) return 'never_in_force'
  if (to < today) return 'ended'
  return from > today ? 'planned' : 'in_force'
}
