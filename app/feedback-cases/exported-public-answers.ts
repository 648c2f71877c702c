import type { ExportedTable } from '#app/exports/exported-table.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import type { ListedPublicAnswer } from './public-answer.ts'

/** Texts for the public as a file, what was taken back too. */
export function exportedPublicAnswers(lang: Lang, answers: readonly ListedPublicAnswer[]): ExportedTable {
  const t = textsIn[lang]
  const words = Object.fromEntries(
    (['proposed', 'published', 'withdrawn'] as const).map((one) => [one, t(`caseDesk:public.status.${one}`)]),
  )
  const text = (name: string, title: string) => ({ name, title, kind: 'text' as const })
  return {
    file: 'tra-loi-cong-khai',
    sheet: t('caseDesk:public.list'),
    columns: [
      text('number', t('caseDesk:column.number')),
      text('office_id', t('exports:column.id')),
      text('office', t('caseDesk:column.office')),
      { ...text('status', t('caseDesk:column.status')), words },
      text('question', t('caseDesk:public.question')),
      text('answer', t('caseDesk:public.answer')),
      { name: 'proposed_at', title: t('caseDesk:public.status.proposed'), kind: 'instant' },
      { name: 'published_at', title: t('caseDesk:public.status.published'), kind: 'instant' },
      { name: 'withdrawn_at', title: t('caseDesk:public.status.withdrawn'), kind: 'instant' },
    ],
    rows: answers.map((one) => [
      ...[one.number, one.officeId, one.office, one.status, one.question, one.answer],
      ...[one.proposedAt, one.publishedAt || null, one.withdrawnAt || null],
    ]),
  }
}
