import type { Lang } from '../../i18n/languages.ts'
import { startThread } from '../../start-thread.server.ts'
import type { ClosablePeriod } from '../period-close.ts'

/** The Word document, or a workbook with every table as a sheet. */
export const REPORT_FILES = ['docx', 'xlsx'] as const
export type ReportFileKind = (typeof REPORT_FILES)[number]

export interface ReportTask {
  databaseUrl: string
  kind: ReportFileKind
  lang: Lang
  period: ClosablePeriod
  /** '' is the city. */
  office: string
  byLineage: boolean
  /** The instant it is made as of, in UTC. */
  now: string
  /** Where it is written. */
  file: string
}

/** `figures` are read, then the `file` is written. */
export type ReportStep = 'figures' | 'file'

/** A year of 400 offices takes some 40 MB of them; a thread that wants more ends, the server does not. */
const LIMITS = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 160 }

/** Makes a report in a thread of its own, so that no rating waits for it; `stop` ends it early. */
export function runReport(
  task: ReportTask,
  reached: (step: ReportStep) => void,
  stop: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = startThread('app/reports/report/report-worker.server.ts', {
      workerData: task,
      resourceLimits: LIMITS,
    })
    const end = () => void worker.terminate()
    stop.addEventListener('abort', end, { once: true })
    worker.on('message', reached)
    worker.once('error', reject)
    worker.once('exit', (code) => {
      stop.removeEventListener('abort', end)
      if (code === 0) resolve()
      else reject(new Error(`The reporting thread ended with ${code}`))
    })
  })
}
