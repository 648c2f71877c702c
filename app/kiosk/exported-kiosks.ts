import type { ExportedColumn, ExportedTable } from '#app/exports/exported-table.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { type ListedDevice, writtenNumbers } from './kiosk-registry.ts'
import { countOf } from './number-gaps.ts'

/** The registry as a file's table. */
export function exportedKiosks(lang: Lang, devices: readonly ListedDevice[]): ExportedTable {
  return {
    file: 'hai-long-kiosk',
    sheet: textsIn[lang]('kiosks:title'),
    columns: columnsIn(lang),
    rows: devices.map((device) => [
      ...[device.id, device.name, device.office, device.counter, device.status, device.appVersion],
      ...[device.lastHeardAt, device.silentSince || null, device.waiting, device.refused],
      ...[countOf(device.missing), writtenNumbers(device.missing), device.clockOffset, device.clockFlags],
      ...[device.battery?.percent ?? null, device.storage, device.ring, device.troubleAt || null],
      ...[device.conflicts, device.chainBreaks],
    ]),
  }
}

function columnsIn(lang: Lang): ExportedColumn[] {
  const t = textsIn[lang]
  const words = {
    ...{ active: t('kiosks:status.active'), revoked: t('kiosks:status.revoked') },
    expired: t('kiosks:status.expired'),
  }
  const storage = {
    ...{ ok: t('kiosks:storage.ok'), full: t('kiosks:storage.full') },
    broken: t('kiosks:storage.broken'),
  }
  return [
    { name: 'id', title: t('exports:column.id'), kind: 'text' },
    { name: 'name', title: t('kiosks:column.name'), kind: 'text' },
    { name: 'office', title: t('kiosks:column.office'), kind: 'text' },
    { name: 'counter', title: t('kiosks:column.counter'), kind: 'text' },
    { name: 'status', title: t('kiosks:column.status'), kind: 'text', words },
    { name: 'app_version', title: t('kiosks:column.version'), kind: 'text' },
    { name: 'last_heard_at', title: t('kiosks:column.heard'), kind: 'instant' },
    { name: 'silent_since', title: t('kiosks:column.silent'), kind: 'instant' },
    { name: 'waiting', title: t('kiosks:column.waiting'), kind: 'count' },
    { name: 'refused_kept', title: t('kiosks:column.refused'), kind: 'count' },
    { name: 'missing', title: t('kiosks:column.missing'), kind: 'count' },
    { name: 'missing_numbers', title: t('kiosks:column.missingNumbers'), kind: 'text' },
    { name: 'clock_offset_s', title: t('kiosks:column.clock'), kind: 'count' },
    { name: 'clock_flags', title: t('kiosks:column.clockFlags'), kind: 'count' },
    { name: 'battery_percent', title: t('kiosks:column.battery'), kind: 'count' },
    { name: 'storage', title: t('kiosks:column.storage'), kind: 'text', words: storage },
    { name: 'ring', title: t('kiosks:column.ring'), kind: 'count' },
    { name: 'trouble_at', title: t('kiosks:column.trouble'), kind: 'instant' },
    { name: 'conflicts', title: t('kiosks:column.conflicts'), kind: 'count' },
    { name: 'chain_breaks', title: t('kiosks:column.chain'), kind: 'count' },
  ]
}
