import { startThread } from '../start-thread.server.ts'
import type { RatingDays } from './rating-rows.server.ts'

export interface ExportTask extends RatingDays {
  databaseUrl: string
  /** Where the CSV is written. */
  file: string
}

/** Writes every rating of some days in a thread of its own, so that no rating waits for it; `stop` ends it early. */
export function runExport(
  task: ExportTask,
  written: (rows: number) => void,
  stop: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = startThread('app/reports/export-worker.server.ts', {
      workerData: task,
    })
    const end = () => void worker.terminate()
    stop.addEventListener('abort', end, { once: true })
    worker.on('message', written)
    worker.once('error', reject)
    worker.once('exit', (code) => {
      stop.removeEventListener('abort', end)
      if (code === 0) resolve()
      else reject(new Error(`The exporting thread ended with ${code}`))
    })
  })
}
