import { setTimeout as sleep } from 'node:timers/promises'
import { Tablet } from '#tests/world/tablet.ts'
import { aTabletCity } from '#tests/world/tablet-city.ts'
import { onThanks, slowFlash, thanksTooEarly } from '#tests/world/tablet-shims.ts'
import { type FaultTest, type Result, secondsSince } from './fault-test.ts'

interface Cutting {
  what: string
  control: boolean
  cuts: number
}

/** R3: the power of a tablet is cut just after it has said thanks. */
export const tabletPowerCut: FaultTest = {
  name: 'R3',
  promise: 'a tablet whose power is cut after its thanks has the rating',
  async run({ report, progress }) {
    report(await cutAfterThanks({ what: this.promise, control: false, cuts: 50 }, progress))
    const what = 'thanks before the disk has it'
    report(await cutAfterThanks({ what, control: true, cuts: 5 }, progress))
  },
}

/** A cheap tablet's memory needs about so long for a durable write. */
const FLASH_MS = 400
const LATEST_CUT_MS = 50

/** Rates, cuts the power at a chance moment within 50 ms of the thanks, starts again, and counts what is there. */
export async function cutAfterThanks(
  { what, control, cuts }: Cutting,
  progress: (text: string) => void = () => undefined,
): Promise<Result> {
  const began = performance.now()
  const served = await aTabletCity()
  const tablet = new Tablet(served.network.address)
  const delays: number[] = []
  let late = 0
  let thanked: ((at: number) => void) | undefined
  tablet.before(slowFlash(FLASH_MS)).before(onThanks((at) => thanked?.(at)))
  if (control) tablet.before(thanksTooEarly())
  let lost = 0
  let extra = 0
  try {
    await tablet.on()
    await tablet.pair(await served.pairingCode())
    await tablet.shellKept()
    // Pairing was a write too.
    await sleep(3 * FLASH_MS)
    served.network.mishap = 'away'
    let before = 0
    while (delays.length < cuts) {
      const thanks = new Promise<number>((done) => {
        thanked = done
      })
      await tablet.tap(1 + (delays.length % 5))
      const at = await thanks
      await sleep(Math.max(0, Math.random() * (LATEST_CUT_MS - 15) - (Date.now() - at)))
      const delay = (await tablet.cut()) - at
      await tablet.on()
      const { length } = (await tablet.kept()).queue
      // A cut that came late proves nothing, but what it lost is lost all the same.
      if (delay <= LATEST_CUT_MS) delays.push(delay)
      else if (++late > cuts)
        throw new Error(`${late} cuts came later than ${LATEST_CUT_MS} ms after the thanks`)
      if (length <= before) lost++
      if (length > before + 1) extra++
      before = length
      progress(`${delays.length} of ${cuts} cuts, ${lost} lost`)
    }
  } finally {
    await tablet.forget()
    await served.stop()
  }
  const findings = [...(lost > 0 ? [`lost ${lost}`] : []), ...(extra > 0 ? [`extra ${extra}`] : [])]
  const sorted = delays.toSorted((a, b) => a - b)
  const cut = { 'median ms after thanks': sorted[Math.floor(cuts / 2)] ?? 0, 'latest ms': sorted.at(-1) ?? 0 }
  const figures = { cuts, lost, extra, ...cut, 'late and repeated': late, seconds: secondsSince(began) }
  return { what, control, held: findings.length === 0, figures, findings }
}
