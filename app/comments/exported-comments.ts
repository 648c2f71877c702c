import type { Period } from '../calendar/period.ts'
import type { ExportedCell, ExportedColumn, ExportedTable } from '../exports/exported-table.ts'
import type { Lang } from '../i18n/languages.ts'
import { textsIn } from '../i18n/texts.ts'
import { LEVELS, type Level } from '../statistics/level-counts.ts'
import type { Texts } from '../surveys/survey.ts'
import type { MaskedPart } from './personal-data.ts'
import type { CommentOffice, OfficeThemes } from './theme-figures.ts'

interface Comment {
  office: string
  day: string
  half: 'am' | 'pm'
  level: Level | null
  reasons: readonly string[]
  themes: readonly string[]
  parts: readonly MaskedPart[]
}

/** What stands in a text where something was masked. */
export const maskWord = (lang: Lang, part: MaskedPart): string =>
  'kind' in part ? `[${textsIn[lang](`comments:masked.${part.kind}`)}]` : part.text

/** Comments, which come in batches, as their page shows them, a line each. */
export function exportedComments(
  lang: Lang,
  period: Period,
  offices: readonly CommentOffice[],
  batches: AsyncIterable<readonly Comment[]>,
): ExportedTable {
  const names = new Map(offices.map(({ id, name }) => [id, name]))
  return {
    file: `hai-long-y-kien-${period.from}_${period.to}`,
    sheet: textsIn[lang]('comments:title'),
    columns: commentColumns(lang),
    rows: linesOf(lang, names, batches),
  }
}

async function* linesOf(
  lang: Lang,
  names: ReadonlyMap<string, string>,
  batches: AsyncIterable<readonly Comment[]>,
): AsyncGenerator<ExportedCell[]> {
  for await (const comments of batches)
    for (const { office, day, half, level, reasons, themes, parts } of comments) {
      const text = parts.map((part) => maskWord(lang, part)).join('')
      const lists = [reasons.join(' '), themes.join(' ')]
      yield [day, half, office, names.get(office) ?? office, level, ...lists, text]
    }
}

function commentColumns(lang: Lang): ExportedColumn[] {
  const t = textsIn[lang]
  return [
    { name: 'day', title: t('comments:column.day'), kind: 'day' },
    {
      ...{ name: 'half', title: t('comments:column.half'), kind: 'text' },
      words: { am: t('comments:half.am'), pm: t('comments:half.pm') },
    },
    { name: 'office', title: t('exports:column.id'), kind: 'text' },
    { name: 'name', title: t('comments:office'), kind: 'text' },
    {
      ...{ name: 'level', title: t('comments:level'), kind: 'count' },
      words: Object.fromEntries(LEVELS.map((level) => [level, t(`frame:level.${level}`)])),
    },
    { name: 'reasons', title: t('comments:reason'), kind: 'text' },
    { name: 'themes', title: t('comments:theme'), kind: 'text' },
    { name: 'comment', title: t('comments:column.comment'), kind: 'text' },
  ]
}

/** Offices by themes; a hidden number is an empty cell. */
export function exportedThemes(
  lang: Lang,
  period: Period,
  view: {
    offices: readonly CommentOffice[]
    themes: readonly { id: string; names: Texts }[]
    byOffice: readonly OfficeThemes[]
  },
): ExportedTable {
  const t = textsIn[lang]
  const names = new Map(view.offices.map(({ id, name }) => [id, name]))
  return {
    file: `hai-long-chu-de-y-kien-${period.from}_${period.to}`,
    sheet: t('comments:themes'),
    columns: [
      { name: 'office', title: t('exports:column.id'), kind: 'text' },
      { name: 'name', title: t('comments:office'), kind: 'text' },
      { name: 'comments', title: t('comments:n'), kind: 'count' },
      ...view.themes.map(
        ({ id, names: texts }): ExportedColumn => ({ name: id, title: texts[lang], kind: 'count' }),
      ),
    ],
    rows: view.byOffice.map(({ office, of, ns }) => [office, names.get(office) ?? office, of, ...ns]),
  }
}
