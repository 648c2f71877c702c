import type { ExportedCell, ExportedColumn, ExportedTable } from '../../exports/exported-table.ts'
import type { Lang } from '../../i18n/languages.ts'
import { textsIn } from '../../i18n/texts.ts'
import { LEVELS } from '../../statistics/level-counts.ts'
import { ratingCells, ratingColumns } from '../exported-overview.ts'
import type { ShareFigure } from '../rating-figure.ts'
import { drawnMonth } from './control-shape.ts'
import { KINDS, type KindFigures } from './kinds.ts'
import type { OfficeHead, OfficeTrend } from './office-desk.ts'

const BEST_FIRST = LEVELS.toReversed()

/** The file of one of an office's tables. */
export const fileOf = ({ office, period }: OfficeHead, table: string): string =>
  `hai-long-${office.id.replace(/[^\w-]/g, '_')}-${table}-${period.from}_${period.to}`

/** Month by month what the charts draw: ratings, levels, dossiers, centre and limits. */
export function exportedMonths(lang: Lang, head: OfficeHead, { months }: OfficeTrend): ExportedTable {
  const t = textsIn[lang]
  const control = (prefix: string): ExportedColumn[] => [
    { name: `${prefix}centre`, title: t('desk:control.column.centre'), kind: 'share' },
    { name: `${prefix}limit`, title: t('desk:control.column.limit'), kind: 'share' },
    { name: `${prefix}upper_limit`, title: t('desk:control.column.upper'), kind: 'share' },
    {
      ...{ name: `${prefix}signal`, title: t('desk:control.column.said'), kind: 'text' },
      words: { low: t('desk:control.signal.low'), high: t('desk:control.signal.high'), '': '' },
    },
  ]
  return {
    file: fileOf(head, 'thang'),
    sheet: t('desk:levels.title'),
    columns: [
      { name: 'month', title: t('staff:months.month'), kind: 'text' },
      ...ratingColumns(lang),
      ...BEST_FIRST.map(
        (level): ExportedColumn => ({
          name: `level_${level}`,
          title: t(`frame:level.${level}`),
          kind: 'count',
        }),
      ),
      ...control(''),
      { name: 'dossiers_returned', title: t('staff:offices.returned'), kind: 'count' },
      { name: 'on_time', title: t('staff:offices.onTime'), kind: 'count' },
      ...control('on_time_'),
    ],
    rows: months.map((figure, at) => {
      const cells = (measure: 'satisfied' | 'on_time'): ExportedCell[] => {
        const drawn = drawnMonth(measure, figure, at)
        return [drawn?.centre ?? null, drawn?.lowest ?? null, drawn?.highest ?? null, drawn?.signal ?? '']
      }
      const { ratings } = figure
      return [
        figure.month,
        ...ratingCells(ratings),
        ...BEST_FIRST.map((level) =>
          ratings.state === 'shown' ? ratings.levels[level] : ratings.state === 'none' ? 0 : null,
        ),
        ...cells('satisfied'),
        ...[figure.returned, figure.onTime],
        ...cells('on_time'),
      ]
    }),
  }
}

/** The columns of a share without a verdict. */
export function shareColumns(lang: Lang): ExportedColumn[] {
  return ratingColumns(lang).filter(({ name }) => name !== 'verdict')
}

export function shareCells(figure: ShareFigure): ExportedCell[] {
  if (figure.state === 'hidden') return [null, null, null, null, null]
  if (figure.state === 'none') return [0, 0, null, null, null]
  return [figure.n, figure.satisfied, figure.share, figure.lower, figure.upper]
}

/** By trust class, stage and respondent. */
export function exportedKinds(lang: Lang, head: OfficeHead, kinds: KindFigures): ExportedTable {
  const t = textsIn[lang]
  return {
    file: fileOf(head, 'loai'),
    sheet: t('desk:kinds.title'),
    columns: [
      {
        ...{ name: 'kind', title: t('desk:kinds.kind'), kind: 'text' },
        words: Object.fromEntries(KINDS.map((kind) => [kind, t(`desk:kinds.of.${kind}`)])),
      },
      {
        ...{ name: 'value', title: t('desk:kinds.valueTitle'), kind: 'text' },
        words: Object.fromEntries(
          KINDS.flatMap((kind) => kinds[kind]).map(({ id }) => [id, t(`desk:kinds.value.${id}`)]),
        ),
      },
      ...shareColumns(lang),
    ],
    rows: KINDS.flatMap((kind) => kinds[kind].map(({ id, figure }) => [kind, id, ...shareCells(figure)])),
  }
}
