import type { ExportedCell, ExportedColumn, ExportedTable } from '../../exports/exported-table.ts'
import type { Lang } from '../../i18n/languages.ts'
import { textsIn } from '../../i18n/texts.ts'
import { LEVELS } from '../../statistics/level-counts.ts'
import { ratingCells, ratingColumns } from '../exported-overview.ts'
import type { OfficeLine } from '../overview.ts'
import { MORE_IDS, moreTables } from './more-tables.ts'
import { figuresOf, type Report } from './report.ts'
import { SPLITS, splitRows } from './report-splits.ts'
import { besideColumns, besideRows, targetColumns, targetRows } from './target-tables.ts'

/** The tables of a report in their order; each is printed on the page, in the document and as a file. */
export const TABLE_IDS = [
  'muc-tieu',
  'ca-nam',
  'muc-hai-long',
  'don-vi',
  'linh-vuc',
  'doi-tuong',
  'kenh',
  ...MORE_IDS,
  'tra-loi',
  'ghi-nhan',
] as const
export type TableId = (typeof TABLE_IDS)[number]

export interface ReportTable extends ExportedTable {
  id: TableId
  rows: readonly (readonly ExportedCell[])[]
  /** Said under the table, or in its place where there are no rows; '' says nothing. */
  note: string
}

const count = (name: string, title: string): ExportedColumn => ({ name, title, kind: 'count' })
const share = (name: string, title: string): ExportedColumn => ({ name, title, kind: 'share' })
const text = (name: string, title: string): ExportedColumn => ({ name, title, kind: 'text' })

/** Every table that has something to say in this report. */
export function reportTables(lang: Lang, report: Report): ReportTable[] {
  const t = textsIn[lang]
  const file = `bao-cao-${report.period.kind}-${report.period.from}`
  const made = (id: TableId, columns: ExportedColumn[], rows: ExportedCell[][], note = ''): ReportTable => ({
    id,
    note,
    file: `${file}-${id}`,
    sheet: t(`reports:table.${id}`),
    columns,
    rows,
  })
  const tables = [
    made('muc-tieu', targetColumns(lang), targetRows(lang, report)),
    ...(report.beside
      ? [
          made(
            'ca-nam',
            besideColumns(lang),
            besideRows(lang, report, report.beside),
            t('reports:note.beside'),
          ),
        ]
      : []),
    made('muc-hai-long', levelColumns(lang), levelRows(lang, report)),
    made('don-vi', officeColumns(lang), linesOf(report).map(officeCells)),
  ]
  if (report.scope.office === '') {
    for (const id of SPLITS)
      tables.push(
        made(id, [text('name', t(`reports:of.${id}`)), ...ratingColumns(lang)], splitRows(lang, report, id)),
      )
  }
  for (const { id, columns, rows, note } of moreTables(lang, report))
    tables.push(made(id, columns, rows, note))
  tables.push(made('tra-loi', responseColumns(lang), linesOf(report).map(responseCells)))
  tables.push(made('ghi-nhan', recognisedColumns(lang), recognisedRows(report)))
  return tables
}

/** The offices a report lists: all of them, or one with those below it. */
export function linesOf({ overview, scope }: Pick<Report, 'overview' | 'scope'>): OfficeLine[] {
  if (scope.office === '') return overview.offices
  const at = overview.offices.findIndex(({ office }) => office.id === scope.office)
  if (at < 0) return []
  const top = overview.offices[at]?.office.depth ?? 0
  const rest = overview.offices.slice(at + 1)
  const end = rest.findIndex(({ office }) => office.depth <= top)
  return overview.offices.slice(at, end < 0 ? undefined : at + 1 + end)
}

const levelColumns = (lang: Lang): ExportedColumn[] => {
  const t = textsIn[lang]
  return [
    text('level', t('reports:column.level')),
    count('ratings', t('staff:offices.ratings')),
    share('share', t('reports:column.share')),
  ]
}

function levelRows(lang: Lang, report: Report): ExportedCell[][] {
  const { ratings } = figuresOf(report.overview, report.scope.office)
  return LEVELS.toReversed().map((level) => {
    const n = ratings.state === 'shown' ? ratings.levels[level] : ratings.state === 'none' ? 0 : null
    const of = ratings.state === 'shown' ? ratings.n : 0
    return [textsIn[lang](`frame:level.${level}`), n, n === null || of === 0 ? null : n / of]
  })
}

const officeColumns = (lang: Lang): ExportedColumn[] => {
  const t = textsIn[lang]
  return [
    text('name', t('staff:offices.office')),
    count('dossiers_returned', t('staff:offices.returned')),
    count('on_time', t('staff:offices.onTime')),
    share('on_time_share', t('reports:column.onTimeShare')),
    ...ratingColumns(lang),
    share('own_target', t('reports:column.ownTarget')),
  ]
}

const officeCells = ({ office, returned, onTime, ratings, targets }: OfficeLine): ExportedCell[] => [
  office.name,
  returned,
  onTime,
  returned === 0 ? null : onTime / returned,
  ...ratingCells(ratings),
  targets.satisfied === undefined ? null : targets.satisfied / 1000,
]

/** Transactions, surveyed, response rate and margin of error, as the ARTA report of services has them. */
const responseColumns = (lang: Lang): ExportedColumn[] => {
  const t = textsIn[lang]
  return [
    text('name', t('staff:offices.office')),
    count('transactions', t('staff:offices.returned')),
    count('surveyed', t('reports:column.surveyed')),
    share('response_rate', t('staff:offices.responseRate')),
    share('margin_of_error', t('reports:column.margin')),
  ]
}

/** Half the interval of the verified share, which allows for the dossiers that were not rated. */
const responseCells = ({ office, returned, rated, verified }: OfficeLine): ExportedCell[] => [
  office.name,
  returned,
  rated,
  rated === null || returned === 0 ? null : rated / returned,
  verified.state === 'shown' ? (verified.upper - verified.lower) / 2 : null,
]

const recognisedColumns = (lang: Lang): ExportedColumn[] => {
  const t = textsIn[lang]
  return [text('name', t('staff:offices.office')), ...ratingColumns(lang)]
}

/** Offices whose lower bound reaches the target (plan III.5), in the tree's order: no ranking. */
const recognisedRows = (report: Report): ExportedCell[][] =>
  linesOf(report)
    .filter(({ ratings }) => ratings.state === 'shown' && ratings.verdict === 'met')
    .filter(({ office }) => office.depth > 0)
    .map(({ office, ratings }) => [office.name, ...ratingCells(ratings)])
