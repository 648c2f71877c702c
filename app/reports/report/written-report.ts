import { FIRST_DAY, writtenDay } from '../../calendar/day.ts'
import type { ColumnKind, ExportedCell, ExportedColumn } from '../../exports/exported-table.ts'
import type { Lang } from '../../i18n/languages.ts'
import {
  formatCount,
  formatDecimal,
  formatInstantInVietnam,
  formatPercent,
  formatShareRange,
  percentOf,
} from '../../i18n/numbers.ts'
import { textsIn } from '../../i18n/texts.ts'
import { type ClosablePeriod, calendarPeriod } from '../period-close.ts'
import { writtenPeriod } from '../written-period.ts'
import { writtenShare } from '../written-share.ts'
import { figuresOf, isClosed, type Report } from './report.ts'

/** A period as reports call it; the part of a year that is filed is named by its cut-off. */
export const writtenClosable = (lang: Lang, period: ClosablePeriod): string =>
  period.kind === 'filing'
    ? textsIn[lang]('reports:filing', { year: period.from.slice(0, 4) })
    : writtenPeriod(lang, calendarPeriod(period))

/** A table's cell in words, the same on the page and on paper; what has no figure is empty. */
export function writtenCell(lang: Lang, cell: ExportedCell, { kind, words }: ExportedColumn): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return words?.[cell] ?? cell
  return WRITTEN[kind](lang, cell)
}

const WRITTEN: Record<ColumnKind, (lang: Lang, value: number) => string> = {
  text: (_lang, value) => String(value),
  count: formatCount,
  share: (lang, value) => formatPercent(lang, value),
  points: (lang, value) => formatDecimal(lang, value, 2),
  chance: (lang, value) => formatDecimal(lang, value, 4),
  day: (_lang, value) => String(value),
  instant: (_lang, value) => formatInstantInVietnam(new Date(value)),
}

/** The report's sentences, in the order they are read. */
export interface WrittenReport {
  title: string
  scope: string
  provisional: string | null
  method: string
  population: string
  results: string[]
  /** How the figures came to stand: signatures, the SHA-256, late ratings, reopenings. */
  proof: string[]
}

export function writtenReport(lang: Lang, report: Report): WrittenReport {
  const t = textsIn[lang]
  const { scope, close, after } = report
  return {
    title: writtenClosable(lang, report.period),
    scope: scope.name,
    provisional: isClosed(report) ? null : t('reports:word.provisional'),
    method: t('reports:word.method', { definition: writtenDefinition(lang, report) }),
    population: writtenPopulation(lang, report),
    results: writtenResults(lang, report),
    proof: [
      ...(close && isClosed(report)
        ? [
            t('reports:close.proposed', {
              name: close.proposer,
              at: formatInstantInVietnam(close.proposedAt),
            }),
            t('reports:close.signed', { name: close.signer, at: formatInstantInVietnam(close.signedAt) }),
            `${t('reports:close.hash')}: ${close.sha256}`,
            t('reports:close.after', {
              n: formatCount(lang, after.ratings),
              moved: formatCount(lang, after.moved),
            }),
          ]
        : []),
      ...report.reopenings.map(({ at, by, reason }) =>
        t('reports:close.reopened', { at: formatInstantInVietnam(at), name: by, reason }),
      ),
      ...(scope.byLineage ? [t('reports:scope.printed')] : []),
    ],
  }
}

/** Which definition makes the headline; one that was always in force has no day. */
function writtenDefinition(lang: Lang, { record }: Report): string {
  const t = textsIn[lang]
  const { version = 0, valid_from: from = FIRST_DAY } = record.index_definitions[0] ?? {}
  return from === FIRST_DAY
    ? t('reports:word.definition', { version })
    : t('reports:word.definitionSince', { version, from: writtenDay(from) })
}

function writtenPopulation(lang: Lang, { period, overview, scope }: Report): string {
  const t = textsIn[lang]
  const { returned, rated, ratings } = figuresOf(overview, scope.office)
  const span = {
    from: writtenDay(period.from),
    to: writtenDay(period.to),
    returned: formatCount(lang, returned),
  }
  if (ratings.state === 'hidden' || rated === null) return t('reports:word.populationHidden', span)
  return t('reports:word.population', {
    ...span,
    n: formatCount(lang, ratings.state === 'shown' ? ratings.n : 0),
    rated: formatCount(lang, rated),
    rate: percentOf(lang, rated, returned) ?? '–',
  })
}

function writtenResults(lang: Lang, { overview, scope, record }: Report): string[] {
  const t = textsIn[lang]
  const { ratings, onTime, returned, onTimeMet } = figuresOf(overview, scope.office)
  const sentences: string[] = []
  if (ratings.state === 'shown')
    sentences.push(
      t('reports:word.result', {
        share: writtenShare(lang, ratings.satisfied, ratings.n, 95) ?? '',
        range: formatShareRange(lang, ratings.lower, ratings.upper),
        verdict: t(`staff:verdict.${ratings.verdict}`),
      }),
    )
  else sentences.push(t('reports:word.noResult'))
  if (onTimeMet !== null)
    sentences.push(
      t('reports:word.onTime', {
        share: writtenShare(lang, onTime, returned, 99) ?? '',
        part: formatCount(lang, onTime),
        whole: formatCount(lang, returned),
        verdict: t(onTimeMet ? 'reports:word.onTimeMet' : 'reports:word.onTimeNotMet'),
      }),
    )
  return [...sentences, t('reports:word.setAside', { n: formatCount(lang, record.set_aside) })]
}
