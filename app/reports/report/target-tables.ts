import type { ExportedCell, ExportedColumn } from '../../exports/exported-table.ts'
import type { Lang } from '../../i18n/languages.ts'
import { textsIn } from '../../i18n/texts.ts'
import { SATISFIED_TARGET } from '../../statistics/verdict.ts'
import type { Overview, PlaceFigures } from '../overview.ts'
import type { RatingFigure } from '../rating-figure.ts'
import { figuresBeside } from './beside-figures.ts'
import { figuresOf, type Report } from './report.ts'

const ON_TIME_TARGET = 0.99
const column = (kind: ExportedColumn['kind']) => (name: string, title: string) => ({ name, title, kind })
const [text, count, share] = [column('text'), column('count'), column('share')]

/** The four measures against their targets and the period before. */
export const targetColumns = (lang: Lang): ExportedColumn[] => {
  const t = textsIn[lang]
  const words = {
    met: t('staff:verdict.met'),
    not_met: t('staff:verdict.not_met'),
    undecided: t('staff:verdict.undecided'),
    hidden: t('staff:offices.hidden'),
  }
  return [
    text('measure', t('reports:column.measure')),
    count('part', t('reports:column.part')),
    count('whole', t('reports:column.whole')),
    share('share', t('reports:column.share')),
    share('target', t('reports:column.target')),
    { ...text('result', t('reports:column.result')), words },
    share('previous', t('reports:column.previous')),
  ]
}

export function targetRows(lang: Lang, report: Report): ExportedCell[][] {
  const now = figuresOf(report.overview, report.scope.office)
  const before = measuresOf(figuresOf(report.previous, report.scope.office))
  const onTime = now.onTimeMet === null ? null : now.onTimeMet ? 'met' : 'not_met'
  const satisfied =
    now.ratings.state === 'shown' ? now.ratings.verdict : now.ratings.state === 'hidden' ? 'hidden' : null
  const [targets, results] = [
    [SATISFIED_TARGET, null, ON_TIME_TARGET, null],
    [satisfied, null, onTime, null],
  ]
  return measuresOf(now).map((cells, at) => [
    textsIn[lang](`reports:measure.${MEASURES[at] ?? 'satisfied'}`),
    ...[...cells, targets[at] ?? null, results[at] ?? null],
    before[at]?.[2] ?? null,
  ])
}

const MEASURES = ['satisfied', 'verified', 'onTime', 'response'] as const

/** Part, whole and share of each measure, in the order of `MEASURES`. */
function measuresOf(figures: PlaceFigures): ExportedCell[][] {
  const { ratings, verified, onTime, rated, returned } = figures
  const ratio = (part: number | null) => (part === null || returned === 0 ? null : part / returned)
  return [
    shareCells(ratings),
    shareCells(verified),
    [onTime, returned, ratio(onTime)],
    [rated, returned, ratio(rated)],
  ]
}

/** What was filed beside the whole year. */
export const besideColumns = (lang: Lang): ExportedColumn[] => {
  const t = textsIn[lang]
  return [
    text('measure', t('reports:column.measure')),
    count('filed_part', t('reports:column.filedPart')),
    count('filed_whole', t('reports:column.filedWhole')),
    share('filed_share', t('reports:column.filedShare')),
    count('year_part', t('reports:column.yearPart')),
    count('year_whole', t('reports:column.yearWhole')),
    share('year_share', t('reports:column.yearShare')),
  ]
}

/** What was filed to 30 November first, then the whole year, whichever of the two the report is of. */
export function besideRows(
  lang: Lang,
  { overview, period, scope }: Report,
  other: Overview,
): ExportedCell[][] {
  const own = figuresOf(overview, scope.office)
  const beside = figuresBeside(own, figuresOf(other, scope.office), overview.definition.minimumN)
  const [filed, year] = (period.kind === 'filing' ? [own, beside] : [beside, own]).map(measuresOf)
  return MEASURES.map((measure, at) => [
    textsIn[lang](`reports:measure.${measure}`),
    ...(filed?.[at] ?? []),
    ...(year?.[at] ?? []),
  ])
}

function shareCells(figure: RatingFigure | PlaceFigures['verified']): ExportedCell[] {
  if (figure.state === 'hidden') return [null, null, null]
  if (figure.state === 'none') return [0, 0, null]
  return [figure.satisfied, figure.n, figure.share]
}
