import type { Period } from '../../calendar/period.ts'
import type { ExportedTable } from '../../exports/exported-table.ts'
import type { Lang } from '../../i18n/languages.ts'
import { textsIn } from '../../i18n/texts.ts'
import type { ShownFlag } from './flags-view.ts'
import { writtenSign } from './sign-words.ts'

/** Flagged days as a file's table. */
export function exportedFlags(lang: Lang, { from, to }: Period, flags: readonly ShownFlag[]): ExportedTable {
  const t = textsIn[lang]
  return {
    file: `dau-hieu-${from}_${to}`,
    sheet: t('flags:title'),
    columns: [
      { name: 'day', title: t('flags:file.day'), kind: 'day' },
      { name: 'office_id', title: t('flags:file.id'), kind: 'text' },
      { name: 'office', title: t('flags:with.office'), kind: 'text' },
      { name: 'ratings', title: t('flags:with.n'), kind: 'count' },
      { name: 'signs', title: t('flags:file.kinds'), kind: 'text' },
      { name: 'basis', title: t('flags:file.basis'), kind: 'text' },
    ],
    rows: flags.map(({ day, officeId, office, n, signs }) => [
      ...[day, officeId, office, n],
      signs.map(({ kind }) => kind).join(' '),
      signs.map((sign) => writtenSign(lang, sign, n === null)).join('; '),
    ]),
  }
}
