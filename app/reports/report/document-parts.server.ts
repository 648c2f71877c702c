import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

/** Sizes in half points, lengths in twips (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export const SIZE = { body: 28, small: 26, recipients: 24, list: 22, table: 22 } as const
export const PAGE = { width: 11906, height: 16838, top: 1134, bottom: 1134, left: 1701, right: 1134 } as const
/** What is left between the margins. */
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right
const FIRST_LINE = 720
const SIX_POINTS = 120
const LINE = 300

interface Look {
  size?: number
  bold?: boolean
  italics?: boolean
  /** Stays on the page of what follows. */
  keepNext?: boolean
  /** A line's room above it. */
  isApart?: boolean
}

export const run = (text: string, { size = SIZE.body, bold = false, italics = false }: Look = {}): TextRun =>
  new TextRun({ text, size, bold, italics })

/** A paragraph of the body: justified, its first line set in. */
export const body = (text: string, look: Look = {}): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    keepNext: look.keepNext ?? false,
    indent: { firstLine: FIRST_LINE },
    spacing: { before: look.isApart ? LINE : 0, after: SIX_POINTS, line: LINE },
    children: [run(text, look)],
  })

export const centred = (text: string, look: Look = {}, more: Partial<IParagraphOptions> = {}): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, look)], ...more })

/** A drawn line of this length under what stands above it, in the middle of `within`; no underlined text. */
export const lineBelow = (length: number, within: number): Paragraph => {
  const side = Math.max(0, Math.round((within - length) / 2))
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 60, after: SIX_POINTS, line: 80 },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    children: [run('', { size: 4 })],
  })
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
}

/** Two columns without borders: the head and the foot of the document. */
export const sideBySide = (
  [leftWidth, rightWidth]: [number, number],
  left: Paragraph[],
  right: Paragraph[],
): Table =>
  new Table({
    width: { size: leftWidth + rightWidth, type: WidthType.DXA },
    columnWidths: [leftWidth, rightWidth],
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        children: [
          new TableCell({
            width: { size: leftWidth, type: WidthType.DXA },
            margins: { left: 0, right: 0 },
            children: left,
          }),
          new TableCell({
            width: { size: rightWidth, type: WidthType.DXA },
            margins: { left: 0, right: 0 },
            children: right,
          }),
        ],
      }),
    ],
  })
