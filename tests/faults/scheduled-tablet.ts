import { setTimeout as sleep } from 'node:timers/promises'
import type { BrowserContext, Page } from '@playwright/test'
import type { EntryResult, RatingsAnswer, RatingsRequest } from '#app/kiosk/kiosk-api.ts'
import type { KioskEntry } from '#app/kiosk/kiosk-entry.ts'
import { aBadNetwork, type BadNetwork, type Mishap, type Send, type Told } from '#tests/world/bad-network.ts'
import { keptEntries } from '#tests/world/tablet.ts'
import type { Hurried } from '#tests/world/tablet-shims.ts'
import type { MortalCity } from './mortal-city.ts'
import type { Fate, Step } from './schedule-plan.ts'

/** Changes a batch on its way to the server, and the answer on its way back. */
export type Meddle = (body: Buffer, send: Send) => Promise<Told>

const LONGEST_WAIT_MS = 15_000
const LONGEST_DRAIN_MS = 60_000
const SOME_MS = 100

const MISHAPS: Record<Fate, Mishap> = {
  none: 'none',
  twice: 'twice',
  'at once': 'at once',
  'old one again': 'none',
  'lose request': 'lose request',
  'lose answer': 'lose answer',
  'page ends meanwhile': 'hang answer',
  'server ends meanwhile': 'none',
}

let hosts = 0
/** Of the 127.0.0.0/8, each once: a port may come again, and with it what a tablet before has kept. */
const ownHost = () => `127.77.${++hosts >> 8}.${hosts & 255}`

/** A tablet with a network of its own (so an origin and a store of its own), taken through schedules. */
export class ScheduledTablet {
  readonly #context: BrowserContext
  readonly #city: MortalCity
  readonly #network: BadNetwork
  #page: Page
  /** What the tablet has thanked for, in its order, with the ticks. */
  readonly said: KioskEntry[] = []
  readonly levels: number[] = []
  /** Every result that any answer gave for an entry, by its id. */
  readonly results = new Map<string, EntryResult[]>()
  readonly #sent: Buffer[] = []
  #repeatsOld = false

  static async open(context: BrowserContext, city: MortalCity, meddle?: Meddle): Promise<ScheduledTablet> {
    const network = await aBadNetwork(city.address, ownHost())
    network.path = /^\/api\/kiosk\/ratings$/
    const tablet = new ScheduledTablet(context, city, network, await context.newPage())
    network.onTheWay = (body, send) => tablet.#pass(body, meddle ? (sent) => meddle(sent, send) : send)
    await city.paired((code) => tablet.#pair(code))
    network.mishap = 'lose request'
    return tablet
  }

  private constructor(context: BrowserContext, city: MortalCity, network: BadNetwork, page: Page) {
    this.#context = context
    this.#city = city
    this.#network = network
    this.#page = page
  }

  async live(step: Step): Promise<void> {
    if (step.do === 'rate') await this.#rate(step.level, step.ticks)
    else if (step.do === 'send') await this.#send(step.fate)
    else if (step.do === 'restart tablet') await this.#restart(step.closed)
    else await this.#city.restart()
  }

  /** A good network, until nothing waits; answers how many entries wait on for ever. */
  async drain(): Promise<number> {
    const began = performance.now()
    let left = await this.#waiting()
    while (left > 0 && performance.now() - began < LONGEST_DRAIN_MS) {
      await this.#city.up()
      await this.#wake('none')
      left = await this.#waiting()
    }
    this.#network.mishap = 'lose request'
    return left
  }

  /** The id that the server knows this tablet by. */
  device(): Promise<string> {
    return this.#page.evaluate(
      () =>
        new Promise<string>((done, failed) => {
          const asked = indexedDB.open('hai-long-kiosk')
          asked.onerror = () => failed(asked.error)
          asked.onsuccess = () => {
            const read = asked.result.transaction('state').objectStore('state').get('paired')
            read.onsuccess = () => done(read.result.device)
          }
        }),
    )
  }

  async close(): Promise<void> {
    await this.#page.close()
    await this.#network.close()
  }

  /** One visit: a tap on a face, thanks, ticks, done; what of it is on the disk is said. */
  async #rate(level: number, ticks: number): Promise<void> {
    const said = await this.#page.evaluate(
      async ({ level, ticks, latest }) => {
        const { hurried } = window as unknown as { hurried: Hurried }
        const until = (true_: () => boolean) =>
          new Promise<void>((done, failed) => {
            const late = setTimeout(() => failed(new Error('The tablet does not answer')), latest)
            const look = () => {
              if (!true_()) return setTimeout(look, 1)
              clearTimeout(late)
              done()
            }
            look()
          })
        const click = (target: string) => document.querySelector<HTMLElement>(target)?.click()
        hurried.skipped += 5_000
        click(`.faces button[value="${level}"]`)
        await until(() => document.querySelector('[data-view=thanks]') !== null)
        for (let tick = 1; tick <= ticks; tick++) click(`.options button:nth-child(${tick})`)
        click('.end .action')
        await until(() => hurried.added.length === (ticks > 0 ? 2 : 1))
        return hurried.added.splice(0)
      },
      { level, ticks, latest: LONGEST_WAIT_MS },
    )
    this.levels.push(level)
    this.said.push(...said)
  }

  /** False where the server ended meanwhile. */
  async #pair(code: string): Promise<boolean> {
    try {
      await this.#page.goto(`${this.#network.address}/kiosk`)
      await this.#page.locator('#code').fill(code)
      await this.#page.locator('form button').first().click()
      await this.#view('question')
      return true
    } catch {
      return false
    }
  }

  async #send(fate: Fate): Promise<void> {
    await this.#city.up()
    this.#repeatsOld = fate === 'old one again'
    await Promise.all([this.#wake(MISHAPS[fate]), fate === 'server ends meanwhile' && this.#endServer()])
    this.#repeatsOld = false
    this.#network.mishap = 'lose request'
    if (fate === 'page ends meanwhile') await this.#restart(this.said.length % 2 === 0)
  }

  /** Kills the server while a batch is on its way to it, or in its hands. */
  async #endServer(): Promise<void> {
    const { asked } = this.#network
    const began = performance.now()
    while (this.#network.asked === asked && performance.now() - began < LONGEST_WAIT_MS) await sleep(1)
    await sleep(this.said.length % 8)
    await this.#city.restart()
  }

  async #restart(closed: boolean): Promise<void> {
    if (closed) {
      await this.#page.close()
      this.#page = await this.#context.newPage()
      await this.#page.goto(`${this.#network.address}/kiosk`, { waitUntil: 'commit' })
    } else await this.#page.reload({ waitUntil: 'commit' })
    await this.#view('question')
  }

  /**
   * Sends again, as when the screen is seen again, over a network like this from now on; waits until it is done with
   * one more request, or nothing waits.
   */
  async #wake(mishap: Mishap): Promise<void> {
    const { done } = this.#network
    const began = performance.now()
    this.#network.mishap = mishap
    await this.#page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    while (this.#network.done === done && performance.now() - began < LONGEST_WAIT_MS) {
      await sleep(2)
      if (performance.now() - began > SOME_MS && (await this.#waiting()) === 0) break
    }
  }

  async #waiting(): Promise<number> {
    return (await keptEntries(this.#page)).queue.length
  }

  #view(name: string): Promise<void> {
    return this.#page.locator(`#tablet[data-view=${name}]`).waitFor({ timeout: LONGEST_WAIT_MS })
  }

  /** Remembers what was sent, and what any delivery was answered. */
  async #pass(body: Buffer, send: Send): Promise<Told> {
    const old = this.#repeatsOld ? (this.#sent.at(-3) ?? this.#sent.at(0)) : undefined
    if (old) this.#note(await send(old))
    if (!this.#sent.at(-1)?.equals(body)) this.#sent.push(body)
    const told = await send(body)
    this.#note(told)
    return told
  }

  #note({ status, body }: Told): void {
    if (status !== 200) return
    const { results } = JSON.parse(String(body)) as RatingsAnswer
    for (const result of results)
      this.results.set(result.id, [...(this.results.get(result.id) ?? []), result])
  }
}

/** The entries of a batch as it is on its way. */
export const entriesIn = (body: Buffer): RatingsRequest => JSON.parse(String(body)) as RatingsRequest
