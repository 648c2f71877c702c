import { textsIn } from '../i18n/texts.ts'
import { FACES } from '../ui/face-paths.ts'
import { type Placard, placardNumber, plainAddress } from './placard.ts'
import { PLACARD_SHEETS, type PlacardForm, type PlacardLayout, type PlacardSheet } from './placard-sheet.ts'
import type { Block, Paper } from './print-paper.server.ts'
import { qrModules } from './qr.server.ts'

/** Draws placards onto sheets of a form, telling after each how many are drawn. */
export function* drawPlacards(
  paper: Paper,
  form: PlacardForm,
  placards: readonly Placard[],
): Generator<number, void> {
  const sheet = PLACARD_SHEETS[form]
  for (const [at, placard] of placards.entries()) {
    const place = at % sheet.places.length
    if (place === 0) startSheet(paper, sheet)
    for (const face of sheet.places[place] ?? []) {
      const turned = face.turned ? sheet.layout : undefined
      paper.within({ x: face.x, y: face.y, scale: face.scale, turned }, () =>
        drawFace(paper, sheet.layout, placard),
      )
    }
    yield at + 1
  }
}

/** Where to fold and to cut: short marks at the edges, and a pale line to fold along. */
function startSheet(paper: Paper, sheet: PlacardSheet): void {
  const { width, height } = sheet
  paper.addSheet(sheet)
  for (const { y } of sheet.folds) paper.rule(0, y, width, y, { dashed: true })
  for (const { x } of sheet.cuts) paper.rule(x, 0, x, height)
}

function drawFace(paper: Paper, layout: PlacardLayout, placard: Placard): void {
  const upright = layout.height > layout.width
  const align = upright ? 'center' : 'left'
  const heading: Block[] = [
    { text: placard.cityName, font: 'regular', most: upright ? 6.4 : 4.6 },
    { text: placard.officeName, font: 'bold', most: upright ? 15 : 9.6, least: 7, lines: 2, gap: 1 },
    { text: placard.counterName, font: 'semibold', most: upright ? 11 : 7.6, least: 6, gap: 1 },
  ]
  paper.stack(heading, layout.heading, align, upright ? 'middle' : 'top')
  drawSentence(paper, layout, align)
  drawFaces(paper, layout)
  drawSymbol(paper, layout, placard)
  drawFoot(paper, layout, placard)
}

function drawSentence(paper: Paper, { words, width, height }: PlacardLayout, align: 'left' | 'center'): void {
  const upright = height > width
  const rule = upright
    ? { from: words.x + 60, to: words.x + words.width - 60 }
    : { from: words.x, to: words.x + 24 }
  paper.rule(rule.from, words.y - 1, rule.to, words.y - 1, { width: 0.6 })
  const said = { gap: upright ? 1 : 1.5 }
  paper.stack(
    [
      { text: textsIn.vi('print:placard.sentence'), font: 'bold', most: upright ? 7 : 6, lines: 2, ...said },
      {
        text: textsIn.en('print:placard.sentence'),
        font: 'regular',
        most: upright ? 5.4 : 4.2,
        lines: 2,
        ...said,
      },
      {
        text: textsIn.zh('print:placard.sentence'),
        font: 'chinese',
        most: upright ? 5.6 : 4.6,
        lines: 2,
        ...said,
      },
    ],
    words,
    align,
  )
}

/** The five faces from the best to the worst, each over its word where there is room for it. */
function drawFaces(paper: Paper, { faces: box, width, height }: PlacardLayout): void {
  const upright = height > width
  const column = box.width / FACES.length
  const size = upright ? 14 : 12.5
  for (const [at, { level, path }] of FACES.entries()) {
    const x = box.x + column * at
    paper.face(path, x + (column - size) / 2, box.y, size)
    const word = {
      text: textsIn.vi(`frame:level.${level}`),
      font: 'regular',
      most: upright ? 3.6 : 2.9,
      lines: 2,
    } as const
    paper.stack(
      [word],
      { x: x + 0.5, y: box.y + size + 1, width: column - 1, height: box.height - size },
      'center',
    )
  }
}

/** The QR in a frame outside its quiet zone, and below it the address to compare with the phone's. */
function drawSymbol(paper: Paper, layout: PlacardLayout, placard: Placard): void {
  const { x, y, side } = layout.symbol
  const modules = qrModules(placard.address)
  const quiet = (side / modules.size) * 4
  paper.qr(modules, layout.symbol)
  paper.frame({ x: x - quiet, y: y - quiet, width: side + 2 * quiet, height: side + 2 * quiet }, 3)
  const upright = layout.height > layout.width
  const { site, code } = plainAddress(placard.address)
  paper.stack(
    [
      { text: site + code, font: 'bold', most: upright ? 7.4 : 5.4, least: 2.5 },
      { text: textsIn.vi('print:placard.genuine'), font: 'regular', most: upright ? 3.9 : 2.7, gap: 0.6 },
      { text: upright ? textsIn.en('print:placard.genuine') : '', font: 'regular', most: 3.3 },
      { text: upright ? textsIn.zh('print:placard.genuine') : '', font: 'chinese', most: 3.3 },
    ],
    layout.address,
    'center',
  )
}

function drawFoot(paper: Paper, { foot, height, width }: PlacardLayout, placard: Placard): void {
  const size = height > width ? 3.6 : 3
  const number = { number: placardNumber(placard.number), revision: placard.revision }
  const text = textsIn.vi('print:placard.number', number)
  const y = foot.y + foot.height
  paper.rule(foot.x, foot.y, foot.x + foot.width, foot.y)
  paper.line(textsIn.vi('print:placard.privacy'), { font: 'regular', size, x: foot.x, y: y - 2.4 })
  const right = foot.x + foot.width - paper.width(text, 'semibold', size)
  paper.line(text, { font: 'semibold', size, x: right, y: y - 2.4 })
}
