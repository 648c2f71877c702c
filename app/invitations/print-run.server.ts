import { startThread } from '../start-thread.server.ts'
import type { PrintOrder } from './print-document.server.ts'

export interface PrintTask {
  order: PrintOrder
  /** Where the PDF is written; null: it is answered instead. */
  file: string | null
}

export type PrintMessage = { drawn: number } | { pdf: Uint8Array | null }

/** Draws a document in a thread of its own; `stop` ends it early. */
export function runPrint(task: PrintTask, drawn: (done: number) => void, stop: AbortSignal) {
  return new Promise<Uint8Array | null>((resolve, reject) => {
    const worker = startThread('app/invitations/print-worker.server.ts', {
      workerData: task,
    })
    const end = () => void worker.terminate()
    stop.addEventListener('abort', end, { once: true })
    worker.on('message', (message: PrintMessage) => {
      if ('drawn' in message) drawn(message.drawn)
      else resolve(message.pdf)
    })
    worker.once('error', reject)
    worker.once('exit', (code) => {
      stop.removeEventListener('abort', end)
      reject(new Error(`The printing thread ended with ${code}`))
    })
  })
}
