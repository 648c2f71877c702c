import type { ExportedTable } from '../exports/exported-table.ts'
import type { Lang } from '../i18n/languages.ts'
import { textsIn } from '../i18n/texts.ts'
import { eventKey, NOTICE_EVENTS } from './notice-event.ts'
import type { ListedNotice } from './own-notices.ts'

/** Somebody's own notices as a file: what of, about which case, when, mailed, read. */
export function exportedNotices(lang: Lang, notices: AsyncIterable<ListedNotice>): ExportedTable {
  const t = textsIn[lang]
  const keys = [...NOTICE_EVENTS.map(eventKey), 'other' as const]
  const words = Object.fromEntries(keys.map((key) => [key, t(`notices:event.${key}`)]))
  return {
    file: 'thong-bao',
    sheet: t('notices:title'),
    columns: [
      { name: 'made_at', title: t('notices:column.at'), kind: 'instant' },
      { name: 'event', title: t('notices:column.event'), kind: 'text', words },
      { name: 'case_number', title: t('notices:column.number'), kind: 'text' },
      { name: 'mailed_at', title: t('notices:column.mailed'), kind: 'instant' },
      { name: 'read_at', title: t('notices:column.read'), kind: 'instant' },
    ],
    rows: rowsOf(notices),
  }
}

async function* rowsOf(notices: AsyncIterable<ListedNotice>) {
  for await (const one of notices) {
    yield [one.at, one.event, one.number, one.mailedAt || null, one.seenAt || null]
  }
}
