import type { ExportedCell, ExportedColumn, ExportedTable } from '../exports/exported-table.ts'
import type { Lang } from '../i18n/languages.ts'
import { textsIn } from '../i18n/texts.ts'
import type { OfficeLine, Overview } from './overview.ts'
import type { RatingFigure } from './rating-figure.ts'
import { writtenPeriod } from './written-period.ts'

type Exported = Pick<Overview, 'period' | 'offices'> & Partial<Pick<Overview, 'byLineage'>>

/** The overview's offices as a file's table. */
export function exportedOverview(
  lang: Lang,
  { period, offices, byLineage = false }: Exported,
): ExportedTable {
  const t = textsIn[lang]
  return {
    file: `hai-long-${period.from}_${period.to}${byLineage ? '_ke-thua' : ''}`,
    sheet: writtenPeriod(lang, period),
    columns: [
      { name: 'id', title: t('exports:column.id'), kind: 'text' },
      { name: 'name', title: t('staff:offices.office'), kind: 'text' },
      { name: 'dossiers_returned', title: t('staff:offices.returned'), kind: 'count' },
      { name: 'on_time', title: t('staff:offices.onTime'), kind: 'count' },
      ...ratingColumns(lang),
      ...(byLineage
        ? [{ name: 'includes', title: t('exports:column.includes'), kind: 'text' } as const]
        : []),
    ],
    rows: offices.map((line) => [
      ...[line.office.id, line.office.name, line.returned, line.onTime],
      ...ratingCells(line.ratings),
      ...(byLineage ? [namesOf(line)] : []),
    ]),
  }
}

/** The columns that `ratingCells` fills. */
export function ratingColumns(lang: Lang): ExportedColumn[] {
  const t = textsIn[lang]
  const words = {
    met: t('staff:verdict.met'),
    not_met: t('staff:verdict.not_met'),
    undecided: t('staff:verdict.undecided'),
    hidden: t('staff:offices.hidden'),
  }
  return [
    { name: 'ratings', title: t('staff:offices.ratings'), kind: 'count' },
    { name: 'satisfied', title: t('exports:column.satisfied'), kind: 'count' },
    { name: 'share', title: t('staff:offices.share'), kind: 'share' },
    { name: 'lower', title: t('exports:column.lower'), kind: 'share' },
    { name: 'upper', title: t('exports:column.upper'), kind: 'share' },
    { name: 'verdict', title: t('staff:offices.verdict'), kind: 'text', words },
  ]
}

export function ratingCells(figure: RatingFigure): ExportedCell[] {
  if (figure.state === 'hidden') return [null, null, null, null, null, 'hidden']
  if (figure.state === 'none') return [0, 0, null, null, null, 'undecided']
  const { n, satisfied, share, lower, upper, verdict } = figure
  return [n, satisfied, share, lower, upper, verdict]
}

/** Whose figures a line holds besides its own. */
const namesOf = ({ includes }: OfficeLine): string =>
  includes.map(({ predecessorName }) => predecessorName).join(', ')
