import { writtenDay } from '../calendar/day.ts'
import { textsIn } from '../i18n/texts.ts'
import { inGroups } from './crockford.ts'
import { plainAddress } from './placard.ts'
import type { Paper } from './print-paper.server.ts'
import { qrModules } from './qr.server.ts'
import type { Slip } from './slip.ts'
import { SLIP, SLIP_SHEET, SLIP_SYMBOL, SLIPS_A_SHEET, slipPlace } from './slip-sheet.ts'

/** Draws slips, eight to a sheet, telling after each how many are drawn. */
export function* drawSlips(paper: Paper, slips: readonly Slip[]): Generator<number, void> {
  for (const [at, slip] of slips.entries()) {
    const place = at % SLIPS_A_SHEET
    if (place === 0) startSheet(paper)
    paper.within(slipPlace(place), () => drawSlip(paper, slip))
    yield at + 1
  }
}

/** Lines to cut along, from edge to edge. */
function startSheet(paper: Paper): void {
  const { width, height } = SLIP_SHEET
  paper.addSheet(SLIP_SHEET)
  paper.rule(SLIP.width, 0, SLIP.width, height, { width: 0.2, dashed: true })
  for (let y: number = SLIP.height; y < height - 1; y += SLIP.height) {
    paper.rule(0, y, width, y, { width: 0.2, dashed: true })
  }
}

function drawSlip(paper: Paper, slip: Slip): void {
  const { vi, en, zh } = textsIn
  const day = { day: writtenDay(slip.lastDay) }
  const small = 2.5
  paper.stack(
    [
      { text: slip.cityName, font: 'regular', most: small },
      { text: slip.officeName, font: 'semibold', most: 3.4, least: 2.6, lines: 2 },
      { text: vi('print:slip.sentence'), font: 'bold', most: 4.3, lines: 3, gap: 2.2 },
      { text: en('print:slip.sentence'), font: 'regular', most: 2.8, lines: 2, gap: 0.8 },
      { text: zh('print:slip.sentence'), font: 'chinese', most: 2.9, lines: 2, gap: 0.5 },
      { text: vi('print:slip.dossier'), font: 'regular', most: small, gap: 2.2 },
      { text: slip.dossierCode, font: 'semibold', most: 3.4, least: 2.4 },
      { text: vi('print:slip.validUntil', day), font: 'semibold', most: 2.8, gap: 1.4 },
      { text: en('print:slip.validUntil', day), font: 'regular', most: 2.3, gap: 0.3 },
      { text: zh('print:slip.validUntil', day), font: 'chinese', most: 2.3 },
    ],
    { x: 7, y: 6, width: 46, height: 62 },
    'left',
  )
  paper.qr(qrModules(slip.address), SLIP_SYMBOL)
  const { site, code } = plainAddress(slip.address)
  paper.stack(
    [
      { text: site, font: 'semibold', most: 3, least: 1.8 },
      { text: inGroups(code), font: 'semibold', most: 2.6, least: 1.8, lines: 1 },
      { text: vi('print:slip.keep'), font: 'regular', most: 2.2, lines: 3, gap: 1 },
    ],
    { x: 56, y: 51, width: 45, height: 18 },
    'center',
  )
}
