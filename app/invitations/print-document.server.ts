import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { textsIn } from '../i18n/texts.ts'
import type { Placard } from './placard.ts'
import { drawPlacards } from './placard-drawing.server.ts'
import type { PlacardForm } from './placard-sheet.ts'
import { Paper } from './print-paper.server.ts'
import type { Slip } from './slip.ts'
import { drawSlips } from './slip-drawing.server.ts'

/** What is to be drawn; plain data, so that it can be handed to another thread. */
export type PrintOrder =
  | { kind: 'placards'; madeAt: string; form: PlacardForm; placards: Placard[] }
  | { kind: 'slips'; madeAt: string; slips: Slip[] }

/** So often what is drawn flows out, and memory stays small however long the document. */
const FLOW_EVERY = 10

/** Writes the PDF as it is drawn and ends the stream; `drawn` is told how many are done. */
export async function printDocument(
  order: PrintOrder,
  out: Writable,
  drawn: (done: number) => void = () => undefined,
): Promise<void> {
  const title = textsIn.vi(order.kind === 'placards' ? 'print:placard.title' : 'print:slip.title')
  const paper = new Paper({ title, madeAt: new Date(order.madeAt), lang: 'vi-VN' })
  paper.doc.pipe(out)
  const drawing =
    order.kind === 'placards'
      ? drawPlacards(paper, order.form, order.placards)
      : drawSlips(paper, order.slips)
  for (const done of drawing) {
    drawn(done)
    if (done % FLOW_EVERY === 0) await new Promise((next) => setImmediate(next))
  }
  paper.doc.end()
  await finished(out)
}
