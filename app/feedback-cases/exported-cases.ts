import type { ExportedColumn, ExportedTable } from '#app/exports/exported-table.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import type { ListedCase } from './case-list.ts'
import { CATEGORIES, STATUSES } from './feedback-case.ts'

/** The list of a view as a file: numbers, states and days, nobody's words and no contact data. */
export function exportedCases(lang: Lang, file: string, cases: AsyncIterable<ListedCase>): ExportedTable {
  const t = textsIn[lang]
  const statuses = Object.fromEntries(STATUSES.map((status) => [status, t(`caseDesk:status.${status}`)]))
  const categories = Object.fromEntries(CATEGORIES.map((one) => [one, t(`caseDesk:category.${one}`)]))
  const text = (name: string, title: string, words?: Record<string, string>): ExportedColumn => ({
    ...{ name, title, kind: 'text' },
    ...(words && { words }),
  })
  const columns: ExportedColumn[] = [
    text('number', t('caseDesk:column.number')),
    text('office_id', t('exports:column.id')),
    text('office', t('caseDesk:column.office')),
    text('status', t('caseDesk:column.status'), statuses),
    text('category', t('caseDesk:column.category'), categories),
    { name: 'received', title: t('caseDesk:column.received'), kind: 'day' },
    { name: 'deadline', title: t('caseDesk:column.deadline'), kind: 'day' },
    { name: 'working_days_left', title: t('caseDesk:column.left'), kind: 'count' },
    text('handled_by', t('caseDesk:column.handling')),
    text('first_answer', t('caseDesk:column.firstAnswer'), {
      on_time: t('caseDesk:firstAnswer.on_time'),
      late: t('caseDesk:firstAnswer.late'),
    }),
    text('handled_well', t('caseDesk:column.handledWell'), { yes: t('caseDesk:yes'), no: t('caseDesk:no') }),
  ]
  return { file, sheet: t('caseDesk:title'), columns, rows: rowsOf(cases) }
}

async function* rowsOf(cases: AsyncIterable<ListedCase>) {
  for await (const one of cases) {
    yield [
      ...[one.number, one.officeId, one.office, one.status, one.category],
      ...[one.receivedDay || null, one.deadline?.day ?? null, one.deadline?.left ?? null],
      ...[one.handling, one.first_answer, one.handled_well],
    ]
  }
}
