import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ratingRows } from '#app/reports/rating-rows.server.ts'
import { openReader } from '#db/connection.ts'

/** Writes one city's single ratings and tells how long it took and the most memory of this process. */
const [databaseUrl = '', from = '', to = '', way] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'hai-long-bench-export-'))
const file = join(folder, 'ratings.csv')
const reader = openReader(databaseUrl)
let rows = 0

async function* streamed() {
  for await (const piece of ratingRows(reader.read, { from, to })) {
    rows += piece.rows
    yield piece.text
  }
}

async function* gathered() {
  const all: string[] = []
  for await (const text of streamed()) all.push(text)
  yield all.join('')
}

try {
  const began = performance.now()
  await pipeline(way === 'gathered' ? gathered : streamed, createWriteStream(file))
  const ms = performance.now() - began
  const highest_mb = process.resourceUsage().maxRSS / 1024
  console.log(JSON.stringify({ rows, ms, bytes: statSync(file).size, highest_mb }))
} finally {
  await reader.close()
  rmSync(folder, { recursive: true })
}
