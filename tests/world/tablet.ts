import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import type { KioskEntry } from '#app/kiosk/kiosk-entry.ts'
import config from '#tests/e2e/playwright.config.ts'

export interface KeptEntries {
  queue: KioskEntry[]
  aside: { entry: KioskEntry; status: string; reason: string }[]
}

/** What a page's IndexedDB keeps: entries that wait, and those put aside. */
export function keptEntries(page: Page): Promise<KeptEntries> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const db = await done(indexedDB.open('hai-long-kiosk'))
    const tx = db.transaction(['queue', 'kept'])
    const queue = await done(tx.objectStore('queue').getAll())
    const aside = await done(tx.objectStore('kept').getAll())
    db.close()
    return { queue: queue.map(({ entry }) => entry), aside }
  })
}

/** A browser with a profile that outlives it: a tablet that can lose its power. */
export class Tablet {
  readonly #address: string
  readonly #profile = mkdtempSync(join(tmpdir(), 'tablet-'))
  #process: ChildProcess | undefined
  #browser: Browser | undefined
  #page: Page | undefined
  /** Run in every page before anything of the page is. */
  readonly #before: ((page: Page) => Promise<unknown>)[] = []

  constructor(address: string) {
    this.#address = address
  }

  /** Something to do with each new page, before it loads. */
  before(prepare: (page: Page) => Promise<unknown>): this {
    this.#before.push(prepare)
    return this
  }

  get page(): Page {
    if (!this.#page) throw new Error('The tablet is off')
    return this.#page
  }

  /** Switched on: the browser starts and opens the app. */
  async on(size = { width: 1280, height: 800 }): Promise<Page> {
    this.#process = spawn(
      config.use?.launchOptions?.executablePath ?? 'chromium',
      [
        ...(config.use?.launchOptions?.args ?? []),
        '--headless=new',
        '--remote-debugging-port=0',
        '--lang=vi-VN',
        `--user-data-dir=${this.#profile}`,
        'about:blank',
      ],
      // A group of its own, so that a cut of power takes all of its processes at once.
      {
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, TZ: 'Asia/Ho_Chi_Minh' },
      },
    )
    this.#browser = await chromium.connectOverCDP(await devtoolsOf(this.#process))
    const [context] = this.#browser.contexts()
    if (!context) throw new Error('The browser has no window')
    this.#page = context.pages()[0] ?? (await context.newPage())
    await this.#page.setViewportSize(size)
    for (const prepare of this.#before) await prepare(this.#page)
    await this.#page.goto(`${this.#address}/kiosk`, { waitUntil: 'domcontentloaded' })
    await this.#page.locator('#tablet[data-view]').waitFor()
    return this.#page
  }

  async pair(code: string): Promise<void> {
    await this.page.locator('#code').fill(code)
    await this.page.locator('form button').first().click()
    await this.page.locator('#tablet[data-view=question]').waitFor()
  }

  /** The worker keeps the shell: from now on it opens without a network. */
  async shellKept(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
  }

  /** Taps a face, whatever comes of it. */
  async tap(level: number): Promise<void> {
    await this.page.locator('.faces').waitFor()
    await this.page.evaluate((value) => {
      document.querySelector<HTMLButtonElement>(`.faces button[value="${value}"]`)?.click()
    }, level)
  }

  /** Taps a face and waits until thanks are on the screen. */
  async rate(level: number): Promise<void> {
    await this.tap(level)
    await this.page.locator('#tablet[data-view=thanks]').waitFor()
  }

  /** What is in IndexedDB: entries that wait, and those put aside. */
  kept(): Promise<KeptEntries> {
    return keptEntries(this.page)
  }

  /** Takes all that waits out of the store behind the app's back. */
  async emptyQueue(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise<void>((done, failed) => {
          const asked = indexedDB.open('hai-long-kiosk')
          asked.onerror = () => failed(asked.error)
          asked.onsuccess = () => {
            const tx = asked.result.transaction('queue', 'readwrite')
            tx.objectStore('queue').clear()
            tx.oncomplete = () => done(asked.result.close())
          }
        }),
    )
  }

  /** Switched off in its own order. */
  async off(): Promise<void> {
    if (!this.#process) return
    const session = await this.#browser?.newBrowserCDPSession()
    await Promise.all([this.#ended(), session?.send('Browser.close').catch(() => undefined)])
  }

  /** Its power is cut: no process of the browser runs on. Answers when the last of them had been told to end. */
  async cut(): Promise<number> {
    const ended = this.#ended()
    if (this.#process?.pid) process.kill(-this.#process.pid, 'SIGKILL')
    const at = Date.now()
    await ended
    return at
  }

  async forget(): Promise<void> {
    if (this.#process) await this.cut()
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 })
  }

  async #ended(): Promise<void> {
    if (this.#process) await once(this.#process, 'exit')
    await this.#browser?.close().catch(() => undefined)
    this.#process = this.#browser = this.#page = undefined
  }
}

function devtoolsOf(browser: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    browser.stderr?.on('data', (data) => {
      said += data
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    })
    browser.once('exit', () => reject(new Error(`The browser did not start:\n${said}`)))
  })
}
