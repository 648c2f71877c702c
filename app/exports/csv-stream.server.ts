import { Readable } from 'node:stream'
import { setImmediate as otherWork } from 'node:timers/promises'
import { CSV_MARK, csvHeader, csvLine } from './csv-line.ts'
import type { ExportedTable } from './exported-table.ts'

const CHUNK_LENGTH = 64 * 1024

/** A table as a CSV file, made as it is read: however many lines there are, few are in memory and nobody waits long. */
export const csvStream = (table: ExportedTable): Readable =>
  Readable.from(chunksOf(table), { objectMode: false })

async function* chunksOf({ columns, rows }: ExportedTable): AsyncGenerator<Buffer> {
  const kinds = columns.map(({ kind }) => kind)
  let text = CSV_MARK + csvHeader(columns.map(({ name }) => name))
  for await (const row of rows) {
    text += csvLine(row, kinds)
    if (text.length < CHUNK_LENGTH) continue
    yield Buffer.from(text)
    text = ''
    // What is read from an embedded database is there at once: without this all of it came before any other answer.
    await otherWork()
  }
  yield Buffer.from(text)
}
