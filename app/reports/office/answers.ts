import type { Month } from '../../calendar/day.ts'
import type { IndexDefinition } from '../../statistics/index-definition.ts'
import { type LevelCounts, noCounts } from '../../statistics/level-counts.ts'
import { maskedTable } from '../../statistics/table-disclosure.ts'
import type { Nd61 } from '../../surveys/nd61-figures.ts'
import type { Question, SurveyVersion, Texts } from '../../surveys/survey.ts'
import { type BreakdownLine, brokenDown, type Part } from './breakdown.ts'

/** How many answers of a month said this; `option` '' counts those that answered at all. */
export interface AnswerSum {
  month: Month
  identity: string
  option: string
  n: number
}

/** A question with reasons to tick: how many ticked each of those who answered. */
export interface ReasonFigures {
  identity: string
  text: Texts
  /** null: too few answered. */
  n: number | null
  options: { id: string; text: Texts; n: number | null }[]
}

/** A criterion of SIPAS, or the factor it belongs to with all its criteria. */
export interface CriterionLine extends BreakdownLine {
  text: Texts
  depth: 0 | 1
}

export interface AnswerFigures {
  reasons: ReasonFigures[]
  criteria: CriterionLine[]
  /** null in a period that indicators are not scored in. */
  nd61: Nd61 | null
}

const nIn = (sums: readonly AnswerSum[], identity: string, option: string) =>
  sums
    .filter((sum) => sum.identity === identity && sum.option === option)
    .reduce((total, { n }) => total + n, 0)

/** Every question once, as its latest version asks it. */
export function latestQuestions(versions: readonly SurveyVersion[]): Question[] {
  const byIdentity = new Map<string, Question>()
  for (const { questions } of versions)
    for (const question of questions) byIdentity.set(question.identity, question)
  return [...byIdentity.values()]
}

/** What was ticked, of questions that somebody answered; an option few chose, or all but few, is not shown. */
export function reasonFigures(
  sums: readonly AnswerSum[],
  versions: readonly SurveyVersion[],
  k: number,
): ReasonFigures[] {
  return latestQuestions(versions)
    .filter(({ kind, identity }) => kind === 'several' && nIn(sums, identity, '') > 0)
    .map(({ identity, text, options }) => {
      const answered = nIn(sums, identity, '')
      const isHidden = answered < k
      return {
        ...{ identity, text },
        n: isHidden ? null : answered,
        options: options.map((option) => {
          const chosen = nIn(sums, identity, option.id)
          const own = [chosen, answered - chosen]
          const masked = maskedTable([{ id: option.id, parentId: null, own }], { k }).cells.get(option.id)
          return { id: option.id, text: option.text, n: isHidden || masked?.has(0) ? null : chosen }
        }),
      }
    })
}

/** The criteria of SIPAS under their factors: n counts answers, satisfied are levels 4 and 5. */
export function criterionFigures(
  sums: readonly AnswerSum[],
  versions: readonly SurveyVersion[],
  definition: IndexDefinition,
): CriterionLine[] {
  const questions = latestQuestions(versions).filter(
    ({ kind, identity, factor }) => kind === 'level' && factor && nIn(sums, identity, '') > 0,
  )
  const factors = [
    ...new Map(questions.flatMap(({ factor }) => (factor ? [[factor.id, factor] as const] : []))).values(),
  ]
  const parts: Part[] = [
    ...factors.map(({ id }) => ({ id, counts: noCounts })),
    ...questions.map(({ identity, factor }) => ({
      ...{ id: identity, parentId: factor?.id ?? '' },
      counts: levelsSaid(sums, identity),
    })),
  ]
  const lines = new Map(brokenDown(parts, definition).map((line) => [line.id, line]))
  const lineOf = (id: string) => lines.get(id) ?? { id, figure: { state: 'none' as const }, differs: null }
  return factors.flatMap(({ id, text }) => [
    { ...lineOf(id), text, depth: 0 as const },
    ...questions
      .filter(({ factor }) => factor?.id === id)
      .map((question) => ({ ...lineOf(question.identity), text: question.text, depth: 1 as const })),
  ])
}

function levelsSaid(sums: readonly AnswerSum[], identity: string): LevelCounts {
  const said = (level: string) => nIn(sums, identity, level)
  return { 1: said('1'), 2: said('2'), 3: said('3'), 4: said('4'), 5: said('5') }
}
