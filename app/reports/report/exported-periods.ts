import type { ExportedTable } from '../../exports/exported-table.ts'
import type { Lang } from '../../i18n/languages.ts'
import { textsIn } from '../../i18n/texts.ts'
import type { ListedPeriod } from './report-periods.ts'

/** The periods with their closes as a file's table. */
export function exportedPeriods(lang: Lang, periods: readonly ListedPeriod[]): ExportedTable {
  const t = textsIn[lang]
  const words = Object.fromEntries(
    (['open', 'proposed', 'closed', 'reopening'] as const).map((status) => [
      status,
      t(`reports:status.${status}`),
    ]),
  )
  return {
    file: 'ky-bao-cao',
    sheet: t('reports:periods.title'),
    columns: [
      { name: 'kind', title: t('reports:column.kind'), kind: 'text' },
      { name: 'from', title: t('reports:column.from'), kind: 'day' },
      { name: 'to', title: t('reports:column.to'), kind: 'day' },
      { name: 'status', title: t('reports:column.status'), kind: 'text', words },
      { name: 'sha256', title: t('reports:column.sha256'), kind: 'text' },
    ],
    rows: periods.map(({ kind, from, to, status, sha256 }) => [kind, from, to, status, sha256]),
  }
}
