import type { ExportedTable } from '../exports/exported-table.ts'
import type { Lang } from '../i18n/languages.ts'
import { textsIn } from '../i18n/texts.ts'
import type { ListedAlert } from './alert-list.ts'
import { OF_MONTH, OF_NOW } from './alert-rule.ts'

/** Alerts of a view as a file: which rule, where, since when, and what was done; no count in it. */
export function exportedAlerts(lang: Lang, alerts: AsyncIterable<ListedAlert>): ExportedTable {
  const t = textsIn[lang]
  const kinds = Object.fromEntries([...OF_NOW, ...OF_MONTH].map((kind) => [kind, t(`alerts:kind.${kind}`)]))
  const statuses = Object.fromEntries(
    (['open', 'acknowledged', 'closed'] as const).map((one) => [one, t(`alerts:status.${one}`)]),
  )
  const text = (name: string, title: string) => ({ name, title, kind: 'text' as const })
  const instant = (name: string, title: string) => ({ name, title, kind: 'instant' as const })
  return {
    file: 'canh-bao',
    sheet: t('alerts:title'),
    columns: [
      { ...text('rule', t('alerts:column.rule')), words: kinds },
      text('office_id', t('exports:column.id')),
      text('office', t('alerts:column.office')),
      text('counter', t('alerts:column.counter')),
      text('kiosk', t('alerts:column.device')),
      text('month', t('alerts:column.month')),
      { ...text('status', t('alerts:column.status')), words: statuses },
      instant('opened_at', t('alerts:column.opened')),
      instant('acknowledged_at', t('alerts:column.acknowledged')),
      text('acknowledged_by', t('alerts:column.acknowledger')),
      instant('closed_at', t('alerts:column.closed')),
      text('closed_by', t('alerts:column.closer')),
      text('note', t('alerts:column.note')),
    ],
    rows: rowsOf(alerts),
  }
}

async function* rowsOf(alerts: AsyncIterable<ListedAlert>) {
  for await (const one of alerts) {
    yield [
      ...[one.kind, one.officeId, one.office, one.counter, one.device, one.month, one.status, one.openedAt],
      ...[one.acknowledgedAt || null, one.acknowledger, one.closedAt || null, one.closer, one.note],
    ]
  }
}
