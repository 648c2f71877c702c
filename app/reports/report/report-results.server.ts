import { Resvg } from '@resvg/resvg-js'
import { AlignmentType, ImageRun, Paragraph } from 'docx'
import type { Lang } from '../../i18n/languages.ts'
import { textsIn } from '../../i18n/texts.ts'
import { FONT_FILES } from '../../invitations/print-fonts.server.ts'
import { body, TEXT_WIDTH } from './document-parts.server.ts'
import { FigureTable } from './figure-table.server.ts'
import { officesChart } from './offices-chart.ts'
import type { Report } from './report.ts'
import { monthsChart, type Picture } from './report-chart.ts'
import { linesOf, type ReportTable } from './report-tables.ts'
import { writtenSections } from './written-sections.ts'

const ROMAN = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII'.split(' ')
/** The number of an appendix. */
export const roman = (n: number): string => ROMAN[n - 1] ?? String(n)

/** Pixels a picture is drawn in for each one it takes on paper: sharp in print. */
const SHARPNESS = 3

/** Short tables stand in the text itself. */
export const isInText = ({ id }: ReportTable): boolean => id === 'muc-tieu' || id === 'ca-nam'

export const heading = (text: string, { isApart = false } = {}): Paragraph =>
  body(text, { bold: true, keepNext: true, isApart })

/** What was found: against the targets, in pictures, and each of the other numbers in words with its appendix. */
export function resultParts(
  lang: Lang,
  report: Report,
  tables: readonly ReportTable[],
): (Paragraph | FigureTable)[] {
  const t = textsIn[lang]
  const appended = tables.filter((table) => !isInText(table))
  const appendixOf = (id: string) => {
    const at = appended.findIndex((table) => table.id === id)
    return at < 0 ? [] : [t('reports:word.appendix', { n: roman(at + 1) })]
  }
  const seen = (appendices: string[]) =>
    appendices.length > 0 ? [body(t('reports:word.see', { appendix: appendices.join(', ') }))] : []
  const parts = [
    ...tables.filter(isInText).map((table) => ({
      title: table.sheet,
      children: [
        new FigureTable(lang, table, TEXT_WIDTH),
        ...(table.note ? [body(table.note, { italics: true })] : []),
      ],
    })),
    ...picturesOf(lang, report),
    ...writtenSections(lang, report).map(({ title, sentences, tables: full }) => ({
      title,
      children: [...sentences.map((sentence) => body(sentence)), ...seen(full.flatMap(appendixOf))],
    })),
  ]
  // An empty line below a table would part a heading from its picture at the end of a page (LibreOffice).
  return parts.flatMap(({ title, children }, at) => {
    const isApart = parts[at - 1]?.children.at(-1) instanceof FigureTable
    return [heading(`${at + 1}. ${title}`, { isApart }), ...children]
  })
}

/** The city's twelve months, and the offices of the report beside the target. */
function picturesOf(lang: Lang, report: Report): { title: string; children: Paragraph[] }[] {
  const t = textsIn[lang]
  const isCity = report.scope.office === ''
  const months = isCity ? monthsChart(lang, report.overview.months) : null
  const offices = officesChart(lang, linesOf(report))
  return [
    ...(months
      ? [{ title: t('reports:word.months'), children: [drawn(months, t('reports:word.chart'))] }]
      : []),
    ...(offices
      ? [
          {
            title: t('reports:word.chartOffices'),
            children: [
              drawn(offices, t('reports:word.chartOffices')),
              body(t('reports:word.chartKey'), { italics: true }),
            ],
          },
        ]
      : []),
  ]
}

function drawn({ svg, width, height }: Picture, title: string): Paragraph {
  const picture = new Resvg(svg, {
    fitTo: { mode: 'width', value: width * SHARPNESS },
    font: { fontFiles: [FONT_FILES.regular, FONT_FILES.chinese], loadSystemFonts: false },
  })
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 120 },
    children: [
      new ImageRun({
        type: 'png',
        data: picture.render().asPng(),
        transformation: { width, height },
        altText: { name: title, title, description: title },
      }),
    ],
  })
}
