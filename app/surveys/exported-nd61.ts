import type { Period } from '#app/calendar/period.ts'
import type { ExportedColumn, ExportedTable } from '#app/exports/exported-table.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import type { Nd61 } from './nd61-figures.ts'
import { BANDS, CITIZEN_INDICATORS, ENTERED_INDICATORS } from './nd61-score.ts'
import { scoredPeriodName } from './scored-period.ts'

interface Scored {
  id: string
  name: string
  figures: Nd61
}

/** Every office's indicators as a file's table; a hidden or missing figure is an empty cell. */
export function exportedNd61(lang: Lang, period: Period, offices: readonly Scored[]): ExportedTable {
  return {
    file: `hai-long-nd61-${period.from}_${period.to}`,
    sheet: scoredPeriodName(lang, period),
    columns: columnsIn(lang),
    rows: offices.map(({ id, name, figures: { citizens, entered, sum, band } }) => [
      ...[id, name],
      ...citizens.flatMap(({ mean, n }) => [mean, n]),
      ...ENTERED_INDICATORS.map((n) => entered.find(({ indicator }) => indicator === n)?.points ?? null),
      ...[sum, band],
    ]),
  }
}

function columnsIn(lang: Lang): ExportedColumn[] {
  const t = textsIn[lang]
  const short = (n: number) => t('surveys:nd61.short', { n })
  return [
    { name: 'id', title: t('exports:column.id'), kind: 'text' },
    { name: 'name', title: t('surveys:nd61.office'), kind: 'text' },
    ...CITIZEN_INDICATORS.flatMap((n): ExportedColumn[] => [
      { name: `indicator_${n}`, title: short(n), kind: 'points' },
      { name: `answers_${n}`, title: t('exports:column.answers', { indicator: short(n) }), kind: 'count' },
    ]),
    ...ENTERED_INDICATORS.map(
      (n): ExportedColumn => ({ name: `indicator_${n}`, title: short(n), kind: 'count' }),
    ),
    { name: 'sum', title: t('surveys:nd61.sum'), kind: 'points' },
    bandColumn(lang),
  ]
}

export function bandColumn(lang: Lang): ExportedColumn {
  const t = textsIn[lang]
  const words = Object.fromEntries(BANDS.map((band) => [band, t(`surveys:nd61.bandName.${band}`)]))
  return { name: 'band', title: t('surveys:nd61.band'), kind: 'text', words }
}
