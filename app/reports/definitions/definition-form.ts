import type { Stage, Trust } from '#db/schema.ts'
import { type Day, isDay, LAST_DAY } from '../../calendar/day.ts'
import type { IndexDefinition } from '../../statistics/index-definition.ts'
import { LEVELS, type Level } from '../../statistics/level-counts.ts'

export const TRUST_CLASSES = ['verified', 'kiosk', 'open'] as const satisfies Trust[]
export const STAGES = ['return', 'filing', 'unstated'] as const satisfies Stage[]
/** Satisfied is this level and all above it. */
export const LOWEST_SATISFIED = [5, 4, 3] as const satisfies Level[]
/** Nothing smaller is shown inside the city (statistics.md 6), and nothing larger helps. */
export const SMALLEST_MINIMUM = 5
export const LARGEST_MINIMUM = 100
export const LONGEST_REASON = 500
const SHORTEST_REASON = 10

/** Who may decide how the city's figures are counted. */
export const mayDefine = ({ role, mayChange }: { role: string; mayChange: boolean }): boolean =>
  role === 'city_office' && mayChange

export type WantedDefinition = Omit<IndexDefinition, 'version'> & { reason: string }

export const FIELDS = ['from', 'trust', 'stage', 'satisfied', 'minimum', 'reason'] as const
export type DefinitionField = (typeof FIELDS)[number]

export type DefinitionProblem =
  | 'not_a_day'
  | 'past'
  | 'none_chosen'
  | 'not_a_level'
  | 'out_of_range'
  | 'no_reason'
  | 'too_long'
  | 'unchanged'

/** What was typed, so that nobody types it twice. */
export interface TypedDefinition {
  from: string
  trust: string[]
  stage: string[]
  satisfied: string
  minimum: string
  reason: string
}

export interface RefusedDefinition {
  problems: Partial<Record<DefinitionField, DefinitionProblem>>
  typed: TypedDefinition
}

/** What the form says, or what is wrong at which field; no definition begins before `today`. */
export function readDefinition(form: URLSearchParams, today: Day): WantedDefinition | RefusedDefinition {
  const typed = typedIn(form)
  const trustClasses = TRUST_CLASSES.filter((trust) => typed.trust.includes(trust))
  const stages = STAGES.filter((stage) => typed.stage.includes(stage))
  const lowest = LOWEST_SATISFIED.find((level) => String(level) === typed.satisfied)
  const minimumN = /^\d{1,3}$/.test(typed.minimum) ? Number(typed.minimum) : 0
  const problems: RefusedDefinition['problems'] = {
    ...problemAt('from', dayProblem(typed.from, today)),
    ...problemAt('trust', trustClasses.length === 0 ? 'none_chosen' : null),
    ...problemAt('stage', stages.length === 0 ? 'none_chosen' : null),
    ...problemAt('satisfied', lowest === undefined ? 'not_a_level' : null),
    ...problemAt(
      'minimum',
      minimumN < SMALLEST_MINIMUM || minimumN > LARGEST_MINIMUM ? 'out_of_range' : null,
    ),
    ...problemAt('reason', reasonProblem(typed.reason)),
  }
  if (Object.keys(problems).length > 0 || lowest === undefined) return { problems, typed }
  const satisfiedLevels = LEVELS.filter((level) => level >= lowest)
  return { validFrom: typed.from, trustClasses, stages, satisfiedLevels, minimumN, reason: typed.reason }
}

export function typedIn(form: URLSearchParams): TypedDefinition {
  const text = (name: string, most: number) => (form.get(name) ?? '').trim().slice(0, most)
  return {
    from: text('from', 20),
    trust: form.getAll('trust').slice(0, 10),
    stage: form.getAll('stage').slice(0, 10),
    satisfied: text('satisfied', 5),
    minimum: text('minimum', 10),
    reason: text('reason', 2_000),
  }
}

const problemAt = (field: DefinitionField, problem: DefinitionProblem | null) =>
  problem === null ? {} : { [field]: problem }

function dayProblem(day: string, today: Day): DefinitionProblem | null {
  if (!isDay(day) || day >= LAST_DAY) return 'not_a_day'
  return day < today ? 'past' : null
}

function reasonProblem(reason: string): DefinitionProblem | null {
  const { length } = [...reason]
  if (length > LONGEST_REASON) return 'too_long'
  return length < SHORTEST_REASON ? 'no_reason' : null
}

/** Whether two definitions count alike. */
export function countsAlike(a: WantedDefinition, b: IndexDefinition): boolean {
  const said = ({ trustClasses, stages, satisfiedLevels, minimumN }: Omit<IndexDefinition, 'version'>) =>
    JSON.stringify([trustClasses.toSorted(), stages.toSorted(), satisfiedLevels.toSorted(), minimumN])
  return said(a) === said(b)
}
