import { randomUUID } from 'node:crypto'
import { type Chain, chainedEntry, NEW_CHAIN } from '#app/kiosk/chained-entry.ts'
import type { Waiting } from '#app/kiosk/unsent-queue.ts'

/** Some ratings chained one to the other, as a tablet keeps them. */
export function waitingEntries(count: number, from: Chain = NEW_CHAIN): Waiting[] {
  let chain = from
  return Array.from({ length: count }, (_, at) => {
    const level = (1 + (at % 5)) as 1 | 2 | 3 | 4 | 5
    const said = {
      id: randomUUID(),
      kind: 'rating',
      level,
      at: instant(at),
      offset_ms: 0,
      lang: 'vi',
    } as const
    const { waiting, chain: next } = chainedEntry(chain, said)
    chain = next
    return waiting
  })
}

export const threeWaiting = () => waitingEntries(3)

/** A tap every 58 seconds from nine in the morning on. */
const instant = (at: number) => new Date(Date.parse('2026-03-16T02:00:00.000Z') + at * 58_000).toISOString()
