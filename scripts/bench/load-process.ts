import type { Load, LoadReply, LoadResult } from './load.ts'
import { formTo, newTap, plainViewOf, viewOf } from './phone.ts'
import { Wire } from './wire.ts'

/** Below the 120 new ratings an address may give, so that the limit is in force and never met. */
const REQUESTS_A_CONNECTION = 100
const ADDRESSES = 0x00_ff_ff_f0

let addressesUsed = 0

/** Visitors come from all of 127.0.0.0/8, each connection from an address not used before. */
function nextAddress(): string {
  const n = (addressesUsed++ % ADDRESSES) + 2
  return `127.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`
}

async function run(load: Load): Promise<LoadResult> {
  const { port, kind, paths } = load
  const views = paths.map((path) => (kind === 'view' ? viewOf(port, path) : plainViewOf(port, path)))
  let asked = 0
  const request = () => {
    const at = asked++ % paths.length
    return kind === 'tap' ? formTo(port, paths[at] ?? '', newTap()) : (views[at] ?? '')
  }
  const times: number[] = []
  const began = performance.now()
  const visitors = Array.from({ length: load.concurrency }, () => visit(load, request, times, began))
  await Promise.all(visitors)
  return { times, elapsedMs: performance.now() - began }
}

async function visit(load: Load, request: () => Buffer | string, times: number[], began: number) {
  const isOver = () => performance.now() - began >= load.milliseconds
  while (!isOver()) {
    const wire = await Wire.open(load.port, nextAddress())
    for (let n = 0; n < REQUESTS_A_CONNECTION && !isOver(); n++) {
      const text = request()
      const sent = performance.now()
      const { status, head } = await wire.exchange(text)
      times.push(performance.now() - sent)
      if (status !== load.status) throw new Error(`Asked for ${load.status}, answered:\n${text}\n${head}`)
    }
    wire.close()
  }
}

process.on('message', async (load: Load) => {
  const reply: LoadReply = await run(load).then(
    (result) => ({ result }),
    (fault: Error) => ({ fault: fault.message }),
  )
  process.send?.(reply)
})
