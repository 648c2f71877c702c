import type { Lang } from '../../i18n/languages.ts'
import { formatCount, formatDecimal, percentOf } from '../../i18n/numbers.ts'
import { textsIn } from '../../i18n/texts.ts'
import { isScored } from '../../surveys/nd61-figures.ts'
import { BANDS } from '../../surveys/nd61-score.ts'
import { calendarPeriod } from '../period-close.ts'
import type { RecordedMore } from '../period-record.ts'
import type { ScoreRange } from '../score-of-766.ts'
import type { MoreId } from './more-tables.ts'
import type { Report } from './report.ts'
import { criterionLines, nd61Lines, reasonLines } from './report-answers.ts'
import { complaintsOf, recorded766 } from './report-complaints.ts'

/** A part of the results in words, with the tables that have it in full. */
export interface WrittenSection {
  title: string
  sentences: string[]
  tables: MoreId[]
}

const MOST_REASONS = 3

/** Factors and reasons, the points of Nghị định 61, complaints and the points of 766: three numbers, kept apart. */
export function writtenSections(lang: Lang, report: Report): WrittenSection[] {
  const t = textsIn[lang]
  const { more } = report.record
  const said = (make: (known: RecordedMore) => string[]) =>
    more ? make(more) : [t('reports:note.notInRecord')]
  const sections: WrittenSection[] = [
    {
      title: t('reports:word.part2answers'),
      sentences: said((known) => [factors(lang, report, known), reasons(lang, report, known)]),
      tables: ['yeu-to', 'cau-hoi'],
    },
    {
      title: t('reports:word.part2nd61'),
      sentences: said((known) => [bands(lang, report, known), t('reports:word.apart')]),
      tables: ['nd61'],
    },
    {
      title: t('reports:word.part2complaints'),
      sentences: [complaints(lang, report)],
      tables: report.scope.office === '' ? ['phan-anh', 'loai-phan-anh'] : ['phan-anh'],
    },
  ]
  if (report.scope.office !== '') return sections
  const score = {
    title: t('reports:word.part2score'),
    sentences: said((known) => [score766(lang, report, known), t('reports:note.score766')]),
    tables: ['chi-so-766' as const],
  }
  return [...sections, score]
}

function factors(lang: Lang, report: Report, more: RecordedMore): string {
  const t = textsIn[lang]
  const list = criterionLines(report, more).flatMap(({ text, depth, figure }) => {
    if (depth > 0 || figure.state !== 'shown') return []
    const share = percentOf(lang, figure.satisfied, figure.n) ?? ''
    return [t('reports:word.factorOf', { name: text[lang], share, n: formatCount(lang, figure.n) })]
  })
  if (list.length === 0) return t('reports:word.noFactors')
  return t('reports:word.factors', { list: list.join('; ') })
}

function reasons(lang: Lang, report: Report, more: RecordedMore): string {
  const t = textsIn[lang]
  const list = reasonLines(report, more)
    .flatMap(({ option, chosen }) => (chosen ? [{ option, chosen }] : []))
    .toSorted((a, b) => b.chosen - a.chosen)
    .slice(0, MOST_REASONS)
    .map(({ option, chosen }) =>
      t('reports:word.reasonOf', { name: option[lang], n: formatCount(lang, chosen) }),
    )
  if (list.length === 0) return t('reports:word.noReasons')
  return t('reports:word.reasons', { list: list.join('; ') })
}

function bands(lang: Lang, report: Report, more: RecordedMore): string {
  const t = textsIn[lang]
  if (!isScored(calendarPeriod(report.period))) return t('numbers:nd61.periods')
  const lines = nd61Lines(report, more)
  if (lines.length === 0) return t('reports:word.noPoints')
  const found = BANDS.map((band) => ({ band, n: lines.filter((line) => line.figures.band === band).length }))
  const complete = found.reduce((sum, { n }) => sum + n, 0)
  const words = { complete: formatCount(lang, complete), n: formatCount(lang, lines.length) }
  if (complete === 0) return t('numbers:nd61.none', words)
  const named = found
    .filter(({ n }) => n > 0)
    .map(({ band, n }) =>
      t('numbers:nd61.bandOf', { band: t(`surveys:nd61.bandName.${band}`), n: formatCount(lang, n) }),
    )
  return t('numbers:nd61.sentence', { ...words, bands: named.join(', ') })
}

function complaints(lang: Lang, report: Report): string {
  const t = textsIn[lang]
  const counted = complaintsOf(report)
  if (counted === 'notInRecord') return t('reports:note.notInRecord')
  if (counted === 'hidden') return t('reports:word.complaintsHidden')
  const { received, answered, onTime } = counted
  if (received === 0) return t('reports:word.noComplaints')
  return t('reports:word.complaintsAre', {
    received: formatCount(lang, received),
    answered: formatCount(lang, answered),
    onTime: formatCount(lang, onTime),
    share: percentOf(lang, onTime, received) ?? '',
  })
}

const writtenRange = (lang: Lang, { least, most }: ScoreRange): string =>
  [...new Set([least, most])].map((points) => formatDecimal(lang, points, 2)).join('–')

function score766(lang: Lang, report: Report, more: RecordedMore): string {
  const t = textsIn[lang]
  const { total } = recorded766(report, more).score
  return total
    ? t('reports:word.score', { points: writtenRange(lang, total) })
    : t('reports:word.scoreHidden')
}
