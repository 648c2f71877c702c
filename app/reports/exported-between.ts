import type { ExportedCell, ExportedColumn, ExportedTable } from '../exports/exported-table.ts'
import type { Lang } from '../i18n/languages.ts'
import { textsIn } from '../i18n/texts.ts'
import type { Between, BetweenLine } from './between-offices.ts'
import { ratingCells, ratingColumns } from './exported-overview.ts'
import { writtenPeriod } from './written-period.ts'

const PLACES = ['inside', 'below_95', 'above_95', 'below_998', 'above_998'] as const

/** The funnel's table and each office's twelve months as a file's table, a line an office. */
export function exportedBetween(lang: Lang, between: Between): ExportedTable {
  const { period, months, lines } = between
  return {
    file: `hai-long-so-sanh-${period.from}_${period.to}`,
    sheet: writtenPeriod(lang, period),
    columns: [...columnsIn(lang), ...months.flatMap((month) => monthColumns(lang, month))],
    rows: lines.map((line) => [
      ...[line.office.id, line.office.name],
      ...ratingCells(line.ratings),
      ...comparedCells(line),
      ...line.months.flatMap((figure): ExportedCell[] => {
        if (figure.state === 'none') return [0, null]
        return figure.state === 'shown' ? [figure.n, figure.share] : [null, null]
      }),
    ]),
  }
}

function columnsIn(lang: Lang): ExportedColumn[] {
  const t = textsIn[lang]
  const place = Object.fromEntries(PLACES.map((each) => [each, t(`between:place.${each}`)]))
  const differs = { below: t('between:marked.below'), above: t('between:marked.above') }
  const limit = (name: string, percent: string, side: 'lower' | 'upper'): ExportedColumn => ({
    ...{ name, kind: 'share' },
    title: t(`between:export.${side}`, { percent }),
  })
  return [
    { name: 'id', title: t('exports:column.id'), kind: 'text' },
    { name: 'name', title: t('staff:offices.office'), kind: 'text' },
    ...ratingColumns(lang),
    limit('limit_lower_95', '95%', 'lower'),
    limit('limit_upper_95', '95%', 'upper'),
    limit('limit_lower_998', '99,8%', 'lower'),
    limit('limit_upper_998', '99,8%', 'upper'),
    { name: 'place', title: t('between:column.place'), kind: 'text', words: place },
    { name: 'p', title: t('between:export.p'), kind: 'chance' },
    { name: 'differs', title: t('between:export.differs'), kind: 'text', words: differs },
    { name: 'own_target', title: t('between:export.ownTarget'), kind: 'share' },
  ]
}

function comparedCells({ compared, targets }: BetweenLine): ExportedCell[] {
  const own = targets.satisfied === undefined ? null : targets.satisfied / 1000
  if (!compared) return [null, null, null, null, null, null, null, own]
  const { limits, place, p, differs } = compared
  const bounds = [limits.inner.lower, limits.inner.upper, limits.outer.lower, limits.outer.upper]
  return [...bounds, place, p, differs, own]
}

const monthColumns = (lang: Lang, month: string): ExportedColumn[] => [
  {
    ...{ name: `ratings_${month}`, kind: 'count' },
    title: textsIn[lang]('between:export.ratingsOf', { month: `${month.slice(5)}/${month.slice(0, 4)}` }),
  },
  {
    ...{ name: `share_${month}`, kind: 'share' },
    title: textsIn[lang]('between:export.shareOf', { month: `${month.slice(5)}/${month.slice(0, 4)}` }),
  },
]
