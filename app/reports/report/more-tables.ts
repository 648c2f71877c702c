import type { ExportedCell, ExportedColumn } from '../../exports/exported-table.ts'
import type { Lang } from '../../i18n/languages.ts'
import { textsIn } from '../../i18n/texts.ts'
import { LEVELS } from '../../statistics/level-counts.ts'
import { bandColumn } from '../../surveys/exported-nd61.ts'
import { isScored } from '../../surveys/nd61-figures.ts'
import { CITIZEN_INDICATORS, ENTERED_INDICATORS } from '../../surveys/nd61-score.ts'
import { calendarPeriod } from '../period-close.ts'
import type { RecordedMore } from '../period-record.ts'
import type { Report } from './report.ts'
import { criterionLines, nd61Lines, reasonLines } from './report-answers.ts'
import {
  type ComplaintLine,
  complaintLines,
  complaintsByCategory,
  type Recorded766,
  recorded766,
} from './report-complaints.ts'

/** Tables of what a record keeps from its second form on, in their order. */
export const MORE_IDS = ['yeu-to', 'cau-hoi', 'nd61', 'phan-anh', 'loai-phan-anh', 'chi-so-766'] as const
export type MoreId = (typeof MORE_IDS)[number]

export interface MoreTable {
  id: MoreId
  columns: ExportedColumn[]
  rows: ExportedCell[][]
  /** Said under the table, or in its place where there are no rows. */
  note: string
}

const column = (kind: ExportedColumn['kind']) => (name: string, title: string) => ({ name, title, kind })
const [text, count, share, points] = [column('text'), column('count'), column('share'), column('points')]

type Make = (lang: Lang, report: Report, more: RecordedMore) => Omit<MoreTable, 'id'>

const MADE: Record<MoreId, Make> = {
  'yeu-to': (lang, report, more) => {
    const t = textsIn[lang]
    return {
      columns: [
        text('criterion', t('reports:column.criterion')),
        count('answers', t('reports:column.answers')),
        ...LEVELS.toReversed().map((level) => count(`level_${level}`, t(`frame:level.${level}`))),
        count('satisfied', t('reports:column.satisfied')),
        share('share', t('reports:column.share')),
        share('lower', t('exports:column.lower')),
        share('upper', t('exports:column.upper')),
      ],
      rows: criterionLines(report, more).map(({ text: words, depth, figure, levels }) => {
        const name = depth === 0 ? words[lang] : `– ${words[lang]}`
        if (figure.state !== 'shown') return [name, null, ...levels, null, null, null, null]
        return [name, figure.n, ...levels, figure.satisfied, figure.share, figure.lower, figure.upper]
      }),
      note: t('reports:note.criteria'),
    }
  },
  'cau-hoi': (lang, report, more) => {
    const t = textsIn[lang]
    return {
      columns: [
        text('question', t('reports:column.question')),
        text('option', t('reports:column.option')),
        count('chosen', t('reports:column.chosen')),
        count('answered', t('reports:column.answered')),
        share('share', t('reports:column.share')),
      ],
      rows: reasonLines(report, more).map(({ question, option, chosen, answered }) => [
        ...[question[lang], option[lang], chosen, answered],
        chosen === null || answered === null ? null : chosen / answered,
      ]),
      note: t('reports:note.reasons'),
    }
  },
  nd61: (lang, report, more) => {
    const t = textsIn[lang]
    const short = (n: number) => t('surveys:nd61.short', { n })
    const scored = isScored(calendarPeriod(report.period))
    return {
      columns: [
        text('name', t('staff:offices.office')),
        ...CITIZEN_INDICATORS.map((n) => points(`indicator_${n}`, short(n))),
        ...ENTERED_INDICATORS.map((n) => count(`indicator_${n}`, short(n))),
        points('sum', t('surveys:nd61.sum')),
        bandColumn(lang),
      ],
      rows: scored
        ? nd61Lines(report, more).map(({ name, figures: { citizens, entered, sum, band } }) => [
            name,
            ...citizens.map(({ mean }) => mean),
            ...ENTERED_INDICATORS.map((n) => entered.find((one) => one.indicator === n)?.points ?? null),
            ...[sum, band],
          ])
        : [],
      note: t(scored ? 'reports:note.nd61' : 'numbers:nd61.periods'),
    }
  },
  'phan-anh': (lang, report, more) => ({
    columns: complaintColumns(lang, textsIn[lang]('staff:offices.office')),
    rows: complaintLines(report, more).map((line) => complaintCells(line, line.name)),
    note: textsIn[lang]('reports:note.complaints'),
  }),
  'loai-phan-anh': (lang, report, more) => ({
    columns: complaintColumns(lang, textsIn[lang]('reports:column.category')),
    rows: complaintsByCategory(report, more).map((line) =>
      complaintCells(
        line,
        line.id === ''
          ? textsIn[lang]('reports:unclassified')
          : textsIn[lang](`caseDesk:category.${line.id as 'delay'}`),
      ),
    ),
    note: textsIn[lang]('reports:note.categories'),
  }),
  'chi-so-766': (lang, report, more) => {
    const t = textsIn[lang]
    return {
      columns: [
        text('measure', t('reports:column.measure')),
        count('part', t('reports:column.part')),
        count('whole', t('reports:column.whole')),
        points('least', t('reports:column.least')),
        points('most', t('reports:column.most')),
      ],
      rows: rowsOf766(lang, recorded766(report, more)),
      note: t('reports:note.score766'),
    }
  },
}

/** What only a whole city has. */
const OF_CITY: readonly MoreId[] = ['loai-phan-anh', 'chi-so-766']

/** Factors, reasons, points and complaints as frozen; of an older record that has none of them, only that. */
export const moreTables = (lang: Lang, report: Report): MoreTable[] =>
  MORE_IDS.filter((id) => report.scope.office === '' || !OF_CITY.includes(id)).map((id) => {
    const { more } = report.record
    if (more) return { id, ...MADE[id](lang, report, more) }
    return { id, columns: [], rows: [], note: textsIn[lang]('reports:note.notInRecord') }
  })

function complaintColumns(lang: Lang, first: string): ExportedColumn[] {
  const t = textsIn[lang]
  return [
    text('name', first),
    count('received', t('reports:column.received')),
    count('answered', t('reports:column.handled')),
    count('on_time', t('reports:column.inTime')),
    share('on_time_share', t('reports:column.onTimeShare')),
  ]
}

const complaintCells = ({ complaints }: ComplaintLine, name: string): ExportedCell[] => {
  if (!complaints) return [name, null, null, null, null]
  const { received, answered, onTime } = complaints
  return [name, received, answered, onTime, received === 0 ? null : onTime / received]
}

/** Each measure's part and whole, and between what and what its points lie. */
function rowsOf766(lang: Lang, { score, complaints }: Recorded766): ExportedCell[][] {
  const t = textsIn[lang]
  const part = (name: 'dossiers' | 'onTime' | 'satisfied') => t(`numbers:score766.${name}`)
  const { received, overdue, disliked, dossiers, total } = score
  const [onTime, satisfied] = complaints ? [score.onTime, score.satisfied] : [null, null]
  const whole = complaints?.received ?? null
  const content = complaints && complaints.received - complaints.unsatisfied
  return [
    [t('reports:of766.overdue'), overdue, received, null, null],
    [t('reports:of766.disliked'), disliked, null, null, null],
    [part('dossiers'), null, received, dossiers?.least ?? null, dossiers?.most ?? null],
    [part('onTime'), complaints?.onTime ?? null, whole, onTime, onTime],
    [part('satisfied'), content, whole, satisfied, satisfied],
    [t('reports:of766.total'), null, null, total?.least ?? null, total?.most ?? null],
  ]
}
