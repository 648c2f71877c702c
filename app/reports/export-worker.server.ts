import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { openReader } from '#db/connection.ts'
import type { ExportTask } from './export-run.server.ts'
import { ratingRows } from './rating-rows.server.ts'

/** The thread that reads every rating over a connection of its own and writes it down, as fast as the disk takes it. */
const task = workerData as ExportTask
const reader = openReader(task.databaseUrl)

async function* pieces() {
  let written = 0
  for await (const { text, rows } of ratingRows(reader.read, task)) {
    yield text
    written += rows
    parentPort?.postMessage(written)
  }
}

await pipeline(pieces, createWriteStream(task.file, { mode: 0o600 }))
await reader.close()
