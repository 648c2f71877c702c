import { createHash, randomInt, randomUUID } from 'node:crypto'
import { KIOSK_API, type RatingsAnswer } from '#app/kiosk/kiosk-api.ts'
import { ENTRY_FORMAT, hashedText, LARGEST_BATCH, type UnhashedEntry } from '#app/kiosk/kiosk-entry.ts'
import type { KioskLoad, KioskLoadReply, KioskLoadResult } from './kiosk-load.ts'
import { textOf, Wire } from './wire.ts'

const HOURS_MS = 8 * 3_600_000
const LEVELS = [1, 2, 3, 4, 5] as const

/** The requests of one tablet: ratings of the last eight hours, numbered and chained, in batches. */
function requestsOf(
  { port, ratings }: KioskLoad,
  { credential, firstNumber, previous }: KioskLoad['tablets'][number],
): string[] {
  const began = Date.now() - HOURS_MS
  let last = previous
  const entries = Array.from({ length: ratings }, (_, at) => {
    const entry: UnhashedEntry = {
      id: randomUUID(),
      number: firstNumber + at,
      previous: last,
      kind: 'rating',
      level: LEVELS[randomInt(5)] ?? 5,
      at: new Date(began + (at * HOURS_MS) / ratings).toISOString(),
      offset_ms: 0,
      lang: 'vi',
    }
    last = createHash('sha256').update(hashedText(entry)).digest('hex')
    return { ...entry, hash: last }
  })
  const requests: string[] = []
  for (let at = 0; at < entries.length; at += LARGEST_BATCH) {
    const batch = { format: ENTRY_FORMAT, entries: entries.slice(at, at + LARGEST_BATCH) }
    const body = JSON.stringify({ ...batch, now: new Date().toISOString() })
    const head = [
      `POST ${KIOSK_API.ratings} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      `Authorization: Bearer ${credential}`,
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
    ]
    requests.push(`${head.join('\r\n')}\r\n\r\n${body}`)
  }
  return requests
}

async function drain(port: number, requests: readonly string[], result: KioskLoadResult): Promise<void> {
  const wire = await Wire.open(port)
  for (const request of requests) {
    const sent = performance.now()
    const answer = await wire.exchange(request)
    result.times.push(performance.now() - sent)
    if (answer.status !== 200) throw new Error(`A batch was answered:\n${answer.head}`)
    const { results } = JSON.parse(textOf(answer)) as RatingsAnswer
    result.stored += results.filter(({ status }) => status === 'stored').length
  }
  wire.close()
}

const tell = (reply: KioskLoadReply) => process.send?.(reply)

process.once('message', (load: KioskLoad) => {
  const queues = load.tablets.map((tablet) => requestsOf(load, tablet))
  process.once('message', async () => {
    const result: KioskLoadResult = { elapsedMs: 0, times: [], stored: 0 }
    const began = performance.now()
    try {
      await Promise.all(queues.map((requests) => drain(load.port, requests, result)))
      tell({ result: { ...result, elapsedMs: performance.now() - began } })
    } catch (fault) {
      tell({ fault: (fault as Error).message })
    }
  })
  tell({ ready: true })
})
