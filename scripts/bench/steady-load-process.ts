import { setTimeout as sleep } from 'node:timers/promises'
import { formTo, newTap } from './phone.ts'
import type { SteadyLoad, SteadyReply, SteadyTap } from './steady-load.ts'
import { Wire } from './wire.ts'

/** Below the 120 new ratings an address may give. */
const TAPS_AN_ADDRESS = 100
/** The server closes what rests longer than some seconds. */
const LONGEST_REST_MS = 1_000

let addresses = 0
let isOver = false
const taps: SteadyTap[] = []
const free: { wire: Wire; used: number; rests: number }[] = []
const under: Promise<void>[] = []

async function connection(port: number) {
  for (let waiting = free.pop(); waiting; waiting = free.pop()) {
    if (Date.now() - waiting.rests < LONGEST_REST_MS) return waiting
    waiting.wire.close()
  }
  addresses += 1
  return {
    wire: await Wire.open(port, `127.8.${Math.floor(addresses / 250) % 250}.${(addresses % 250) + 2}`),
    used: 0,
    rests: 0,
  }
}

/** One tap, timed from when it was due: a server that stands still makes all that wait slow, not one. */
async function tap(port: number, path: string, due: number): Promise<void> {
  const one = await connection(port)
  const { status, head } = await one.wire.exchange(formTo(port, path, newTap()))
  if (status !== 303) throw new Error(`A tap was answered:\n${head}`)
  taps.push({ due, ms: Date.now() - due })
  one.used += 1
  one.rests = Date.now()
  if (one.used < TAPS_AN_ADDRESS) free.push(one)
  else one.wire.close()
}

async function run({ port, paths, perSecond }: SteadyLoad): Promise<void> {
  const began = Date.now()
  for (let at = 0; !isOver; at += 1) {
    const due = began + (at * 1000) / perSecond
    if (due > Date.now()) await sleep(due - Date.now())
    const sent = tap(port, paths[at % paths.length] ?? '', due)
    sent.catch(() => undefined)
    under.push(sent)
  }
  await Promise.all(under)
}

process.on('message', async (said: SteadyLoad | 'end') => {
  if (said === 'end') {
    isOver = true
    return
  }
  const reply: SteadyReply = await run(said).then(
    () => ({ taps }),
    (fault: Error) => ({ fault: fault.message }),
  )
  process.send?.(reply)
})
