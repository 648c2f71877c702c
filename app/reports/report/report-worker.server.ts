import { writeFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { xlsxBook } from '#app/exports/xlsx-file.server.ts'
import { openReader } from '#db/connection.ts'
import { reportOf } from './report.server.ts'
import type { ReportTask } from './report-run.server.ts'
import { reportTables } from './report-tables.ts'

/** The thread that reads one report's figures over a connection of its own and writes its file. */
const { databaseUrl, kind, lang, file, now, ...question } = workerData as ReportTask
const reader = openReader(databaseUrl)
parentPort?.postMessage('figures')
const report = await reportOf(reader.read, lang, { ...question, now: new Date(now) })
await reader.close()
parentPort?.postMessage('file')
await writeFile(file, await written(), { mode: 0o600 })

async function written(): Promise<Buffer> {
  if (kind === 'xlsx') return xlsxBook(reportTables(lang, report).filter(({ rows }) => rows.length > 0))
  const { reportDocument } = await import('./report-document.server.ts')
  return reportDocument(lang, report)
}
