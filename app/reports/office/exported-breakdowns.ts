import type { ExportedColumn, ExportedTable } from '../../exports/exported-table.ts'
import type { Lang } from '../../i18n/languages.ts'
import { textsIn } from '../../i18n/texts.ts'
import { CITIZEN_INDICATORS, ENTERED_INDICATORS } from '../../surveys/nd61-score.ts'
import type { AnswerFigures } from './answers.ts'
import { fileOf, shareCells, shareColumns } from './exported-office.ts'
import type { HourFigures } from './hours.ts'
import type { OfficeHead } from './office-desk.ts'
import type { ProcedureFigures } from './procedures.ts'

export const dossierColumns = (lang: Lang): ExportedColumn[] => [
  { name: 'dossiers_returned', title: textsIn[lang]('staff:offices.returned'), kind: 'count' },
  { name: 'on_time', title: textsIn[lang]('staff:offices.onTime'), kind: 'count' },
]

/** Fields and their procedures; a line without a code is a field. */
export function exportedProcedures(
  lang: Lang,
  head: OfficeHead,
  { procedures }: ProcedureFigures,
): ExportedTable {
  const t = textsIn[lang]
  return {
    file: fileOf(head, 'thu-tuc'),
    sheet: t('desk:procedures.title'),
    columns: [
      { name: 'code', title: t('desk:procedures.code'), kind: 'text' },
      { name: 'name', title: t('desk:procedures.name'), kind: 'text' },
      ...dossierColumns(lang),
      ...shareColumns(lang),
    ],
    rows: procedures.map(({ code, name, returned, onTime, figure }) => [
      ...[code, name || t('desk:procedures.unknown'), returned, onTime],
      ...shareCells(figure),
    ]),
  }
}

export function exportedChannels(
  lang: Lang,
  head: OfficeHead,
  { channels }: ProcedureFigures,
): ExportedTable {
  const t = textsIn[lang]
  const words = Object.fromEntries(channels.map(({ id }) => [id, t(`desk:procedures.channel.${id}`)]))
  return {
    file: fileOf(head, 'kenh'),
    sheet: t('desk:procedures.channels'),
    columns: [
      { name: 'channel', title: t('desk:procedures.channels'), kind: 'text', words },
      ...dossierColumns(lang),
      ...shareColumns(lang),
    ],
    rows: channels.map(({ id, returned, onTime, figure }) => [id, returned, onTime, ...shareCells(figure)]),
  }
}

/** A line a stretch of the week that has something; hours 0-23 in Vietnam, half days begin at 0 and 12. */
export function exportedHours(lang: Lang, head: OfficeHead, { unit, cells }: HourFigures): ExportedTable {
  const t = textsIn[lang]
  return {
    file: fileOf(head, 'gio'),
    sheet: t('desk:hours.title'),
    columns: [
      { name: 'weekday', title: t('desk:hours.weekdayTitle'), kind: 'count' },
      { name: 'from_hour', title: t('desk:hours.stretch'), kind: 'count' },
      { name: 'hours', title: t('desk:hours.length'), kind: 'count' },
      { name: 'ratings', title: t('staff:offices.ratings'), kind: 'count' },
      { name: 'dossiers_returned', title: t('staff:offices.returned'), kind: 'count' },
    ],
    rows: cells.map(({ weekday, from, ratings, returned }) => [
      ...[weekday, from, unit === 'hour' ? 1 : 12],
      ...[ratings, returned],
    ]),
  }
}

export function exportedReasons(lang: Lang, head: OfficeHead, { reasons }: AnswerFigures): ExportedTable {
  const t = textsIn[lang]
  return {
    file: fileOf(head, 'ly-do'),
    sheet: t('desk:answers.reasons'),
    columns: [
      { name: 'question', title: t('desk:answers.question'), kind: 'text' },
      { name: 'option', title: t('desk:answers.option'), kind: 'text' },
      { name: 'chosen', title: t('desk:answers.chosen'), kind: 'count' },
      { name: 'answered', title: t('desk:answers.answeredTitle'), kind: 'count' },
    ],
    rows: reasons.flatMap(({ text, n, options }) =>
      options.map((option) => [text[lang], option.text[lang], option.n, n]),
    ),
  }
}

export function exportedCriteria(lang: Lang, head: OfficeHead, { criteria }: AnswerFigures): ExportedTable {
  const t = textsIn[lang]
  return {
    file: fileOf(head, 'sipas'),
    sheet: 'SIPAS',
    columns: [
      { name: 'id', title: t('exports:column.id'), kind: 'text' },
      { name: 'criterion', title: t('desk:answers.criterion'), kind: 'text' },
      ...shareColumns(lang),
    ],
    rows: criteria.map(({ id, text, figure }) => [id, text[lang], ...shareCells(figure)]),
  }
}

/** The nine indicators, one a line; the sum is the page's. */
export function exportedPoints(lang: Lang, head: OfficeHead, { nd61 }: AnswerFigures): ExportedTable {
  const t = textsIn[lang]
  const lines = [
    ...CITIZEN_INDICATORS.map((indicator) => {
      const said = nd61?.citizens.find((each) => each.indicator === indicator)
      return { indicator, points: said?.mean ?? null, n: said?.n ?? null }
    }),
    ...ENTERED_INDICATORS.map((indicator) => {
      const given = nd61?.entered.find((each) => each.indicator === indicator)
      return { indicator, points: given?.points ?? null, n: null }
    }),
  ].toSorted((a, b) => a.indicator - b.indicator)
  return {
    file: fileOf(head, 'nd61'),
    sheet: 'NĐ 61',
    columns: [
      { name: 'indicator', title: t('desk:answers.indicator'), kind: 'count' },
      { name: 'text', title: t('desk:answers.question'), kind: 'text' },
      { name: 'points', title: t('desk:answers.points'), kind: 'points' },
      { name: 'answers', title: t('staff:offices.ratings'), kind: 'count' },
    ],
    rows: lines.map(({ indicator, points, n }) => [
      indicator,
      t(`surveys:nd61.text.${indicator}`),
      points,
      n,
    ]),
  }
}
