import { AlignmentType, FileChild, type IXmlableObject } from 'docx'
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
const MARGINS = [length('w:top', 30), length('w:left', 60), length('w:bottom', 30), length('w:right', 60)]
const KEEPS_SPACE = { _attr: { 'xml:space': 'preserve' } }

/** How cells look, said once: a long table has ten thousand, and what each says itself is 16 objects instead of 6. */
export const CELL_STYLES = [
  cellStyle('FigureHead', AlignmentType.CENTER, true),
  cellStyle('FigureText', AlignmentType.LEFT),
  cellStyle('FigureNumber', AlignmentType.RIGHT),
]

function cellStyle(id: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType], bold = false) {
  return { id, name: id, run: { size: SIZE.table, bold }, paragraph: { alignment } }
}

const cell = (style: string, text: string): IXmlableObject => ({
  'w:tc': [{ 'w:p': [{ 'w:pPr': [value('w:pStyle', style)] }, { 'w:r': [{ 'w:t': [KEEPS_SPACE, text] }] }] }],
})

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
    const styles = columns.map(({ kind }) => (kind === 'text' ? 'FigureText' : 'FigureNumber'))
    return {
      'w:tbl': [
        {
          'w:tblPr': [
            length('w:tblW', this.#width),
            { 'w:tblBorders': BORDERS },
            { 'w:tblLayout': { _attr: { 'w:type': 'fixed' } } },
            { 'w:tblCellMar': MARGINS },
          ],
        },
        { 'w:tblGrid': widths.map((width) => ({ 'w:gridCol': { _attr: { 'w:w': width } } })) },
        {
          'w:tr': [
            { 'w:trPr': [{ 'w:tblHeader': {} }] },
            ...columns.map(({ title }) => cell('FigureHead', title)),
          ],
        },
        ...rows.map((row) => ({
          'w:tr': [
            { 'w:trPr': [{ 'w:cantSplit': {} }] },
            ...columns.map((column, at) =>
              cell(styles[at] ?? '', writtenCell(this.#lang, row[at] ?? null, column)),
            ),
          ],
        })),
      ],
    }
  }
}
