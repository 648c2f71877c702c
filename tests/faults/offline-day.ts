import type { KioskEntry } from '#app/kiosk/kiosk-entry.ts'
import { aKioskVersion } from '#tests/world/kiosk-version.ts'
import { Tablet } from '#tests/world/tablet.ts'
import { aTabletCity, type TabletCity } from '#tests/world/tablet-city.ts'
import { type FaultTest, type Result, secondsSince } from './fault-test.ts'

/** R4: a tablet that works through a day without a network. */
export const offlineDay: FaultTest = {
  name: 'R4',
  promise: '8 hours offline: every rating once, in order, at its own time',
  async run({ report, progress }) {
    report(await aDayOffline({ what: this.promise, control: false, ratings: 500 }, progress))
    const what = 'a queue in memory alone'
    report(await aDayOffline({ what, control: true, ratings: 20 }, progress))
  },
}

interface Day {
  what: string
  /** Without the defence: what waits is gone after each restart. */
  control: boolean
  ratings: number
}

const OPENING = Date.parse('2026-03-16T01:00:00.000Z')
const DAY_MS = 8 * 3_600_000
const RESTARTS = 3
const LONGEST_DRAIN_MS = 60_000

/** Pairs, loses the network, takes ratings all day with restarts and an update in between, and finds it again. */
export async function aDayOffline(
  { what, control, ratings }: Day,
  progress: (text: string) => void = () => undefined,
): Promise<Result> {
  const began = performance.now()
  const served = await aTabletCity(new Date(OPENING).toISOString())
  const update = await aKioskVersion('0.0.0-next')
  const tablet = new Tablet(served.network.address)
  const day = new SimulatedDay(tablet)
  const taps: Tap[] = []
  try {
    await day.on(OPENING)
    await tablet.pair(await served.pairingCode())
    await tablet.shellKept()
    served.network.mishap = 'away'
    const restartAt = new Set(
      Array.from({ length: RESTARTS }, (_, at) => Math.floor(((at + 1) * ratings) / 4)),
    )
    const updateAt = Math.floor((5 * ratings) / 8)
    for (let n = 0; n < ratings; n++) {
      if (restartAt.has(n)) await day.restart(control)
      if (n === updateAt) await updated(tablet, served, update.address)
      const level = 1 + ((n * 7) % 5)
      const from = await day.now()
      await tablet.rate(level)
      taps.push({ level, from, to: await day.now() })
      await day.pass(DAY_MS / ratings)
      progress(`${n + 1} of ${ratings} ratings`)
    }
    const { version } = await day.standing()
    const waiting = (await tablet.kept()).queue
    await served.restartAt(new Date(OPENING + DAY_MS + 60_000).toISOString())
    const drain = await drained(tablet, served)
    const findings = [
      ...(version === '0.0.0-next' ? [] : [`version ${version}`]),
      ...(drain > LONGEST_DRAIN_MS ? [`drained in ${drain} ms`] : []),
      ...ownTimes(waiting, taps),
      ...(await differences(served, waiting, ratings)),
    ]
    const figures = {
      ratings,
      waited: waiting.length,
      restarts: RESTARTS,
      updates: 1,
      'drained in s': Number((drain / 1_000).toFixed(1)),
      seconds: secondsSince(began),
    }
    return { what, control, held: findings.length === 0, figures, findings }
  } finally {
    await tablet.forget()
    await update.close()
    await served.stop()
  }
}

/** A tablet whose clock goes as fast as one likes, and stands still while it is off. */
class SimulatedDay {
  readonly #tablet: Tablet
  #next = 0

  constructor(tablet: Tablet) {
    this.#tablet = tablet
    tablet.before((page) => page.clock.install({ time: this.#next }))
  }

  async on(at: number): Promise<void> {
    this.#next = at
    await this.#tablet.on()
    await this.#tablet.page.locator('#tablet[data-view=question],#tablet[data-view=pairing]').waitFor()
  }

  async restart(forgetting: boolean): Promise<void> {
    const now = await this.now()
    if (forgetting) {
      await this.#tablet.emptyQueue()
    }
    await this.#tablet.cut()
    await this.on(now)
  }

  now(): Promise<number> {
    return this.#tablet.page.evaluate(() => Date.now())
  }

  /** Time goes by, until nobody has been at the screen for a second. */
  async pass(ms: number): Promise<void> {
    const { page } = this.#tablet
    await page.clock.fastForward(Math.round(ms) - 1_000)
    await page.locator('#tablet[data-view=question]').waitFor()
    await page.clock.fastForward(1_000)
  }

  standing() {
    return this.#tablet.page.evaluate(() => ({
      version: document.querySelector<HTMLMetaElement>('meta[name=kiosk-version]')?.content,
    }))
  }
}

/** The new version comes in over a network that still gives nothing to the queue. */
async function updated({ page }: Tablet, { network }: TabletCity, address: string): Promise<void> {
  network.shell = address
  network.mishap = 'lose request'
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await page.locator('meta[name=kiosk-version][content="0.0.0-next"]').waitFor({ state: 'attached' })
  await page.locator('#tablet[data-view=question]').waitFor()
  network.mishap = 'away'
}

/** The network is back: how long until nothing waits, in milliseconds of a real clock. */
async function drained(tablet: Tablet, { network }: TabletCity): Promise<number> {
  network.mishap = 'none'
  const began = performance.now()
  await tablet.page.evaluate(() => dispatchEvent(new Event('online')))
  while ((await tablet.kept()).queue.length > 0) {
    if (performance.now() - began > 2 * LONGEST_DRAIN_MS) break
    await tablet.page.waitForTimeout(100)
  }
  return performance.now() - began
}

type Tap = { level: number; from: number; to: number }

/** What waits is what was tapped, each at the tablet's own time of the tap. */
function ownTimes(waiting: readonly KioskEntry[], taps: readonly Tap[]): string[] {
  return taps.flatMap(({ level, from, to }, place) => {
    const entry = waiting[place]
    const at = Date.parse(entry?.at ?? '')
    const fits = entry?.kind === 'rating' && entry.level === level && at >= from && at <= to
    return fits ? [] : [`tap ${place + 1} waits as ${JSON.stringify(entry)}`]
  })
}

/** What the server has is what waited: every number once, in order, with its level and its time. */
async function differences(served: TabletCity, waiting: readonly KioskEntry[], ratings: number) {
  const stored = await served.stored()
  const wrong = stored.flatMap(({ number, level, at }, place) => {
    const entry = waiting[place]
    const fits =
      entry?.kind === 'rating' &&
      number === place + 1 &&
      level === entry.level &&
      Date.parse(at) === Date.parse(entry.at) + entry.offset_ms
    return fits ? [] : [`number ${number}: level ${level} at ${at}`]
  })
  return stored.length === ratings ? wrong : [`${stored.length} stored of ${ratings}`, ...wrong]
}
