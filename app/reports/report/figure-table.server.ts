import { FileChild, type IXmlableObject } from 'docx'
import type { Lang } from '../../i18n/languages.ts'
import { SIZE } from './document-parts.server.ts'
import type { ReportTable } from './report-tables.ts'
import { writtenCell } from './written-report.ts'

const value = (name: string, val: string | number): IXmlableObject => ({
  [name]: { _attr: { 'w:val': val } },
})
const length = (name: string, twips: number): IXmlableObject => ({
  [name]: { _attr: { 'w:type': 'dxa', 'w:w': twips } },
})
const line = (name: string): IXmlableObject => ({
  [name]: { _attr: { 'w:val': 'single', 'w:color': 'auto', 'w:sz': 4 } },
})

const BORDERS = ['w:top', 'w:left', 'w:bottom', 'w:right', 'w:insideH', 'w:insideV'].map(line)
const MARGINS = [
  length('w:top', 30),
  length('w:left', 60),
  length('w:bottom', 30),
  length('w:right', 60),
] as const
const KEEPS_SPACE = { _attr: { 'xml:space': 'preserve' } }

/** How one column's cells look; made once, since a library's object for every cell of a long table takes 200 MB. */
const cellsOf = (width: number, alignment: string, isBold: boolean) => {
  const properties = { 'w:tcPr': [length('w:tcW', width), { 'w:tcMar': MARGINS }] }
  const paragraph = { 'w:pPr': [value('w:jc', alignment)] }
  const bold = isBold ? [{ 'w:b': {} }, { 'w:bCs': {} }] : []
  const run = { 'w:rPr': [...bold, value('w:sz', SIZE.table), value('w:szCs', SIZE.table)] }
  return (text: string): IXmlableObject => ({
    'w:tc': [properties, { 'w:p': [paragraph, { 'w:r': [run, { 'w:t': [KEEPS_SPACE, text] }] }] }],
  })
}

/** A table of figures: its header on each page, numbers to the right, what is not shown empty. */
export class FigureTable extends FileChild {
  readonly #lang: Lang
  readonly #table: ReportTable
  readonly #width: number

  constructor(lang: Lang, table: ReportTable, width: number) {
    super('w:tbl')
    this.#lang = lang
    this.#table = table
    this.#width = width
  }

  override prepForXml(): IXmlableObject {
    const { columns, rows } = this.#table
    const texts = columns.filter(({ kind }) => kind === 'text').length
    const unit = this.#width / (columns.length + texts)
    const widths = columns.map(({ kind }) => Math.floor(kind === 'text' ? unit * 2 : unit))
    const heads = widths.map((width) => cellsOf(width, 'center', true))
    const cells = columns.map(({ kind }, at) =>
      cellsOf(widths[at] ?? 0, kind === 'text' ? 'left' : 'right', false),
    )
    return {
      'w:tbl': [
        {
          'w:tblPr': [
            length('w:tblW', this.#width),
            { 'w:tblBorders': BORDERS },
            { 'w:tblLayout': { _attr: { 'w:type': 'fixed' } } },
          ],
        },
        { 'w:tblGrid': widths.map((width) => ({ 'w:gridCol': { _attr: { 'w:w': width } } })) },
        {
          'w:tr': [
            { 'w:trPr': [{ 'w:tblHeader': {} }] },
            ...columns.map(({ title }, at) => heads[at]?.(title)),
          ],
        },
        ...rows.map((row) => ({
          'w:tr': [
            { 'w:trPr': [{ 'w:cantSplit': {} }] },
            ...columns.map((column, at) => cells[at]?.(writtenCell(this.#lang, row[at] ?? null, column))),
          ],
        })),
      ],
    }
  }
}
