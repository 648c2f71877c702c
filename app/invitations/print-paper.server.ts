import PDFDocument from 'pdfkit'
import type { Box } from './placard-sheet.ts'
import { FONT_FILES, type Font } from './print-fonts.server.ts'
import { balanced } from './print-text.ts'
import type { QrModules } from './qr.server.ts'

const POINTS_A_MM = 72 / 25.4
/** Room for the marks above and below Vietnamese letters. */
const LEADING = 1.27
/** From the top of a line to its baseline. */
const ASCENT = 0.98

/** A text in a stack: as large as `most` where it fits into `lines`, never smaller than `least`; in millimetres. */
export interface Block {
  text: string
  font: Font
  most: number
  least?: number
  lines?: number
  /** Space above it. */
  gap?: number
}

interface Fitted {
  lines: string[]
  font: Font
  size: number
  gap: number
}

/** A PDF that is drawn in millimetres and black; each font is opened once, and only the glyphs used are embedded. */
export class Paper {
  readonly doc: PDFKit.PDFDocument

  constructor({ title, madeAt, lang }: { title: string; madeAt: Date; lang: string }) {
    this.doc = new PDFDocument({
      autoFirstPage: false,
      margin: 0,
      lang,
      displayTitle: true,
      info: { Title: title, CreationDate: madeAt },
    })
    for (const [name, file] of Object.entries(FONT_FILES)) this.doc.registerFont(name, file)
  }

  addSheet({ width, height }: { width: number; height: number }): void {
    this.doc.addPage({ size: [width * POINTS_A_MM, height * POINTS_A_MM], margin: 0 })
    this.doc.scale(POINTS_A_MM)
  }

  /** Draws with another origin and scale, and upside down where the sheet will be folded. */
  within(
    {
      x,
      y,
      scale = 1,
      turned,
    }: { x: number; y: number; scale?: number; turned?: Pick<Box, 'width' | 'height'> | undefined },
    draw: () => void,
  ): void {
    this.doc.save().translate(x, y).scale(scale)
    if (turned) this.doc.translate(turned.width, turned.height).scale(-1, -1)
    draw()
    this.doc.restore()
  }

  width(text: string, font: Font, size: number): number {
    return this.doc.font(font).fontSize(size).widthOfString(text)
  }

  /** One line with its baseline at y. */
  line(text: string, { font, size, x, y }: { font: Font; size: number; x: number; y: number }): void {
    this.doc.font(font).fontSize(size).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' })
  }

  /** Blocks under each other; all of them shrink together where they are too high for the box. */
  stack(blocks: Block[], box: Box, align: 'left' | 'center', at: 'top' | 'middle' = 'top'): void {
    const shown = blocks.filter(({ text }) => text !== '')
    let fitted: Fitted[] = []
    let height = 0
    for (let shrink = 1; shrink > 0.4; shrink *= 0.95) {
      fitted = shown.map((block) => this.#fit(block, box.width, shrink))
      height = fitted.reduce((sum, { lines, size, gap }) => sum + gap + lines.length * size * LEADING, 0)
      if (height <= box.height) break
    }
    let y = box.y + (at === 'middle' ? Math.max(0, box.height - height) / 2 : 0)
    for (const { lines, font, size, gap } of fitted) {
      y += gap
      for (const text of lines) {
        const left = align === 'left' ? 0 : (box.width - this.width(text, font, size)) / 2
        this.line(text, { font, size, x: box.x + left, y: y + size * ASCENT })
        y += size * LEADING
      }
    }
  }

  /** Fewer lines come first where they cost no more than a tenth of the size. */
  #fit(
    { text, font, most, least = most, lines: allowed = 1, gap = 0 }: Block,
    width: number,
    shrink: number,
  ) {
    const measure = (piece: string) => this.width(piece, font, 1)
    const fits = (lines: string[], size: number) =>
      lines.every((line) => measure(line) * size <= width + 0.01)
    let size = most * shrink
    let lines = balanced(text, width / size, measure)
    for (let wanted = 1; wanted <= allowed; wanted += 1) {
      const smallest = shrink * (wanted < allowed ? Math.max(least, most * 0.9) : least)
      for (size = most * shrink; ; size = Math.max(size * 0.97, smallest)) {
        lines = balanced(text, width / size, measure)
        if (lines.length <= wanted && fits(lines, size)) return { lines, font, size, gap: gap * shrink }
        if (size <= smallest) break
      }
    }
    return { lines, font, size, gap: gap * shrink }
  }

  /** The QR's dark modules as one path, so that no viewer shows seams between them. */
  qr({ size, isDark }: QrModules, { x, y, side }: { x: number; y: number; side: number }): void {
    const module = side / size
    for (let row = 0; row < size; row += 1) {
      for (let from = 0; from < size; from += 1) {
        let to = from
        while (to < size && isDark(to, row)) to += 1
        if (to > from) {
          this.doc.rect(x + from * module, y + row * module, (to - from) * module, module)
          from = to
        }
      }
    }
    this.doc.fill('black')
  }

  /** A face `size` wide, from the path of its eyes and mouth. */
  face(path: string, x: number, y: number, size: number): void {
    this.doc
      .save()
      .translate(x, y)
      .scale(size / 24)
    this.doc.lineWidth(1.6).lineCap('round').circle(12, 12, 11).path(path).stroke('black')
    this.doc.restore()
  }

  rule(x1: number, y1: number, x2: number, y2: number, { width = 0.25, dashed = false } = {}): void {
    this.doc.save().lineWidth(width)
    if (dashed) this.doc.dash(1.5, { space: 1.5 })
    this.doc.moveTo(x1, y1).lineTo(x2, y2).stroke('#777')
    this.doc.restore()
  }

  frame({ x, y, width, height }: Box, radius: number, line = 0.4): void {
    this.doc.save().lineWidth(line).roundedRect(x, y, width, height, radius).stroke('black').restore()
  }
}
