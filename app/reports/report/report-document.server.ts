import {
  AlignmentType,
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import type { Lang } from '../../i18n/languages.ts'
import { textsIn } from '../../i18n/texts.ts'
import { administrativeDay } from './administrative-day.ts'
import { body, centred, lineBelow, PAGE, run, SIZE, sideBySide, TEXT_WIDTH } from './document-parts.server.ts'
import { CELL_STYLES, FigureTable } from './figure-table.server.ts'
import type { Report } from './report.ts'
import { heading, isInText, resultParts, roman } from './report-results.server.ts'
import { type ReportTable, reportTables } from './report-tables.ts'
import { writtenReport } from './written-report.ts'

/** Tables with more columns than this stand across the page. */
const WIDE = 7
const WIDTH_OF_LEFT = 3500

/**
 * A report as the Word document of Nghị định 30/2020/NĐ-CP, Phụ lục I: the number left blank for văn thư, page numbers
 * in the middle of the top margin from the second page on, tables in appendices. Figures are those of `report` alone.
 */
export function reportDocument(lang: Lang, report: Report): Promise<Buffer> {
  // A table without a line is said in words, not printed as an empty appendix.
  const tables = reportTables(lang, report).filter(({ rows }) => rows.length > 0)
  const appended = tables.filter((table) => !isInText(table))
  const document = new Document({
    creator: textsIn[lang]('frame:name'),
    title: `${textsIn[lang]('reports:word.report')}: ${writtenReport(lang, report).title}`,
    styles: {
      default: { document: { run: { font: 'Times New Roman', size: SIZE.body, color: '000000' } } },
      paragraphStyles: CELL_STYLES,
    },
    sections: [
      section(false, [...head(lang, report), ...parts(lang, report, tables), foot(lang, report)]),
      ...appended.map((table, at) => appendix(lang, report, table, at)),
    ],
  })
  return Packer.toBuffer(document)
}

type Child = Paragraph | Table | FigureTable

function section(across: boolean, children: Child[]): ISectionOptions {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: SIZE.body })],
  })
  const { top, bottom, left, right, width, height } = PAGE
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          width,
          height,
          orientation: across ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { top, bottom, left, right, header: 567, footer: 567 },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      default: new Header({ children: [number] }),
      first: new Header({ children: [new Paragraph('')] }),
    },
    children,
  }
}

/** Whose document it is, the nation's name and motto, the number left blank, the place and day, what it is about. */
function head(lang: Lang, report: Report): Child[] {
  const t = textsIn[lang]
  const { superior, agency, place, addressee } = report.texts
  const written = writtenReport(lang, report)
  const right = TEXT_WIDTH - WIDTH_OF_LEFT
  return [
    sideBySide(
      [WIDTH_OF_LEFT, right],
      [
        centred(superior, { size: SIZE.small }),
        centred(agency, { size: SIZE.small, bold: true }),
        lineBelow(1300, WIDTH_OF_LEFT),
        centred(t('reports:word.number'), { size: SIZE.small }),
      ],
      [
        centred(t('reports:word.country'), { size: 24, bold: true }),
        centred(t('reports:word.motto'), { bold: true }),
        lineBelow(3250, right),
        centred(t('reports:word.placeDay', { place, ...administrativeDay(report.today) }), { italics: true }),
      ],
    ),
    centred(t('reports:word.report'), { bold: true }, { spacing: { before: 240 } }),
    centred(t('reports:word.subject'), { bold: true }),
    centred(t('reports:word.of', { period: written.title, scope: written.scope }), { bold: true }),
    lineBelow(2600, TEXT_WIDTH),
    ...(written.provisional ? [centred(written.provisional, { italics: true })] : []),
    centred(t('reports:word.to', { addressee }), {}, { spacing: { before: 120, after: 240 } }),
  ]
}

function parts(lang: Lang, report: Report, tables: readonly ReportTable[]): Child[] {
  const t = textsIn[lang]
  const written = writtenReport(lang, report)
  const { basis, strengths, limits, causes, proposals } = report.texts
  const lines = (text: string, { keepsLast = false } = {}) => {
    const written = (text === '' ? t('reports:word.toFill') : text).split('\n')
    return written.map((line, at) => body(line, { keepNext: keepsLast && at === written.length - 1 }))
  }
  const titled = (n: number, title: string, text: string) => [heading(`${n}. ${title}`), ...lines(text)]
  return [
    heading(t('reports:word.part1')),
    ...lines(basis),
    body(written.method),
    body(written.population),
    heading(t('reports:word.part2')),
    ...written.results.map((sentence) => body(sentence)),
    ...resultParts(lang, report, tables),
    body(t('reports:word.hiddenNote'), { italics: true }),
    ...written.proof.map((line) => body(line)),
    heading(t('reports:word.part3')),
    ...titled(1, t('reports:texts.strengths'), strengths),
    ...titled(2, t('reports:texts.limits'), limits),
    ...titled(3, t('reports:texts.causes'), causes),
    heading(t('reports:word.part4')),
    // A signature does not stand alone on a page.
    ...lines(proposals === '' ? '' : `${proposals}${t('reports:word.end')}`, { keepsLast: true }),
  ]
}

/** Recipients at the left, who signs at the right; the signature itself is văn thư's to add. */
function foot(lang: Lang, report: Report): Table {
  const t = textsIn[lang]
  const { recipients, signatory, name } = report.texts
  const list = recipients.split('\n').filter((line) => line.trim() !== '')
  const end = (at: number) => (at === list.length - 1 ? '.' : ';')
  return sideBySide(
    [TEXT_WIDTH / 2, TEXT_WIDTH / 2],
    [
      new Paragraph({
        spacing: { before: 240 },
        children: [run(t('reports:word.recipients'), { size: SIZE.recipients, bold: true, italics: true })],
      }),
      ...list.map(
        (line, at) => new Paragraph({ children: [run(`- ${line}${end(at)}`, { size: SIZE.list })] }),
      ),
    ],
    [
      centred(signatory.toUpperCase(), { bold: true }, { spacing: { before: 240, after: 1300 } }),
      centred(name, { bold: true }),
    ],
  )
}

function appendix(lang: Lang, report: Report, table: ReportTable, at: number): ISectionOptions {
  const t = textsIn[lang]
  const across = table.columns.length > WIDE
  const width = across ? PAGE.height - PAGE.left - PAGE.right : TEXT_WIDTH
  const { year } = administrativeDay(report.today)
  return section(across, [
    centred(t('reports:word.appendix', { n: roman(at + 1) }), { bold: true }),
    centred(table.sheet.toUpperCase(), { bold: true, size: SIZE.small }),
    centred(
      t('reports:word.appendixOf', { year }),
      { italics: true, size: SIZE.small },
      { spacing: { after: 200 } },
    ),
    ...(table.rows.length === 0 ? [] : [new FigureTable(lang, table, width)]),
    ...(table.note ? [body(table.note, { italics: true })] : []),
    ...(table.rows.length === 0 && !table.note ? [body(t('reports:empty'))] : []),
  ])
}
