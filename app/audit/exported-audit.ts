import type { AuditRow } from '#db/schema.ts'
import type { ExportedCell, ExportedTable } from '../exports/exported-table.ts'
import type { Lang } from '../i18n/languages.ts'
import { textsIn } from '../i18n/texts.ts'

/** The trail as a file's table, a line at a time. */
export function exportedAudit(lang: Lang, entries: AsyncIterable<AuditRow>): ExportedTable {
  const t = textsIn[lang]
  return {
    file: 'nhat-ky',
    sheet: t('audit:title'),
    columns: [
      { name: 'sequence', title: t('exports:column.sequence'), kind: 'count' },
      { name: 'at', title: t('audit:at'), kind: 'instant' },
      { name: 'actor', title: t('audit:actor'), kind: 'text' },
      { name: 'action', title: t('audit:action'), kind: 'text' },
      { name: 'subject_kind', title: t('exports:column.subjectKind'), kind: 'text' },
      { name: 'subject_id', title: t('audit:subject'), kind: 'text' },
      { name: 'before', title: t('audit:before'), kind: 'text' },
      { name: 'after', title: t('audit:after'), kind: 'text' },
    ],
    rows: cellsOf(entries),
  }
}

async function* cellsOf(entries: AsyncIterable<AuditRow>): AsyncGenerator<ExportedCell[]> {
  for await (const { sequence, at, actor, action, subject_kind, subject_id, before, after } of entries) {
    yield [sequence, at, actor, action, subject_kind, subject_id, before, after]
  }
}
