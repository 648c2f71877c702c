import { addCounts, LEVELS, type Level, type LevelCounts, noCounts } from '../../statistics/level-counts.ts'
import { maskedLevelsInTree } from '../../statistics/level-disclosure.ts'
import { indicatorMeans, type Nd61, nd61Shown } from '../../surveys/nd61-figures.ts'
import type { Question, Texts } from '../../surveys/survey.ts'
import { type CriterionLine, criterionFigures, reasonFigures } from '../office/answers.ts'
import type { PeriodRecord, RecordedMore } from '../period-record.ts'
import { placesWithin, recordedPlaces } from '../recorded-places.ts'
import type { Report } from './report.ts'

/** The offices whose answers a report adds up: the city's own, or one office and those below it, as they stood. */
function officesOf({ record, scope }: Report): Set<string> {
  const places = recordedPlaces(record, () => true)
  return new Set(placesWithin(places, scope.office).map(({ id }) => id))
}

interface Asked {
  sums: { month: string; identity: string; option: string; n: number }[]
  versions: { id: string; survey: string; questions: Question[] }[]
}

function asked(report: Report, more: RecordedMore): Asked {
  const offices = officesOf(report)
  const sums = new Map<string, Asked['sums'][number]>()
  for (const [office, identity, option, n] of report.record.answers) {
    if (!offices.has(office)) continue
    const key = `${identity}\n${option}`
    const sum = sums.get(key) ?? { month: '', identity, option, n: 0 }
    sums.set(key, { ...sum, n: sum.n + n })
  }
  const questions = more.questions.map((question) => ({ ...question, id: question.identity }))
  return { sums: [...sums.values()], versions: [{ id: '', survey: '', questions }] }
}

interface CriterionLevels extends CriterionLine {
  /** Answers by level, the best first; null where that may not be shown. */
  levels: (number | null)[]
}

/** The criteria of SIPAS under their factors, each with its answers by level; n counts answers. */
export function criterionLines(report: Report, more: RecordedMore): CriterionLevels[] {
  const { sums, versions } = asked(report, more)
  const { definition } = report.overview
  const lines = criterionFigures(sums, versions, definition)
  const factorOf = new Map(versions[0]?.questions.map(({ identity, factor }) => [identity, factor?.id ?? '']))
  const said = (id: string): LevelCounts =>
    sums
      .filter(({ identity, option }) => identity === id && option !== '')
      .map(({ option, n }) => ({ ...noCounts, [option]: n }))
      .reduce(addCounts, noCounts)
  const tree = lines.map(({ id, depth }) => ({
    ...{ id, parentId: depth === 0 ? '*' : (factorOf.get(id) ?? '*') },
    own: depth === 0 ? noCounts : said(id),
  }))
  const masked = maskedLevelsInTree(
    [{ id: '*', parentId: null, own: noCounts }, ...tree],
    definition.minimumN,
    definition.satisfiedLevels,
  )
  const totals = new Map(tree.map(({ id, own }) => [id, own]))
  for (const { id, parentId } of tree)
    if (parentId !== '*') totals.set(parentId, addCounts(totals.get(parentId) ?? noCounts, said(id)))
  return lines.map((line) => {
    const isShown = (level: Level) => line.figure.state === 'shown' && !masked.get(line.id)?.has(level)
    const levels = LEVELS.toReversed().map((level) =>
      isShown(level) ? (totals.get(line.id)?.[level] ?? 0) : null,
    )
    return { ...line, levels }
  })
}

interface ReasonLine {
  question: Texts
  option: Texts
  /** null where it may not be shown. */
  chosen: number | null
  answered: number | null
}

/** What was ticked of each question's answers, for how many of those who answered it. */
export function reasonLines(report: Report, more: RecordedMore): ReasonLine[] {
  const { sums, versions } = asked(report, more)
  return reasonFigures(sums, versions, report.overview.definition.minimumN).flatMap(({ text, n, options }) =>
    options.map((option) => ({ question: text, option: option.text, chosen: option.n, answered: n })),
  )
}

/** The points of Nghị định 61 of every office that has some, in the order of the tree. */
export function nd61Lines(report: Report, more: RecordedMore): { name: string; figures: Nd61 }[] {
  const answers = Map.groupBy(report.record.answers, ([office]) => office)
  const points = Map.groupBy(more.nd61_points, ([office]) => office)
  const hidden = new Set(more.nd61_hidden.map(([office, indicator]) => `${office} ${indicator}`))
  const all = recordedPlaces(report.record, (id) => answers.has(id) || points.has(id))
  const within = report.scope.office === '' ? all : placesWithin(all, report.scope.office)
  return within
    .map(({ id, name }) => ({
      name,
      figures: nd61Shown(
        indicatorMeans(countsOf(answers.get(id) ?? [])),
        (indicator) => hidden.has(`${id} ${indicator}`),
        (points.get(id) ?? []).map(([, indicator, given]) => ({ indicator, points: given, note: '' })),
      ),
    }))
    .filter(({ figures: { citizens, entered } }) =>
      [entered.length > 0, ...citizens.map(({ n }) => n !== 0)].some(Boolean),
    )
}

const countsOf = (answers: PeriodRecord['answers']) =>
  answers.map(([, identity, option, n]) => ({ identity, option, n }))
