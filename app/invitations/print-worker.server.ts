import { createWriteStream } from 'node:fs'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { parentPort, workerData } from 'node:worker_threads'
import { printDocument } from './print-document.server.ts'
import type { PrintMessage, PrintTask } from './print-run.server.ts'

/** The thread that draws, so that no rating waits for it. */
const { order, file } = workerData as PrintTask
const tell = (message: PrintMessage) => parentPort?.postMessage(message)
const drawn = (done: number) => tell({ drawn: done })

if (file === null) {
  // Slips carry links: they go to whoever asked for them and are never written down.
  const out = new PassThrough()
  const [pdf] = await Promise.all([buffer(out), printDocument(order, out, drawn)])
  tell({ pdf: new Uint8Array(pdf) })
} else {
  await printDocument(order, createWriteStream(file, { mode: 0o600 }), drawn)
  tell({ pdf: null })
}
