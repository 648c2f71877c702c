import type { BrowserContext, Page } from '@playwright/test'
import type { KioskEntry } from '#app/kiosk/kiosk-entry.ts'

/** Runs in the page: a transaction that writes is committed no sooner than after so many milliseconds. */
function holdWrites(forMs: number): void {
  // It would end what is held; without it a transaction ends by itself.
  IDBTransaction.prototype.commit = () => undefined
  const original = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    const tx = original.call(this, names, mode, options)
    if (mode !== 'readwrite') return tx
    const [first = ''] = typeof names === 'string' ? [names] : names
    const store = tx.objectStore(first)
    const until = performance.now() + forMs
    const hold = () => {
      if (performance.now() < until) store.get('').onsuccess = hold
    }
    hold()
    return tx
  }
}

/** Runs in the page: whoever waits for a transaction to be complete is told so at once. */
function tellTooEarly(): void {
  const original = IDBTransaction.prototype.addEventListener
  IDBTransaction.prototype.addEventListener = function (
    this: IDBTransaction,
    type: string,
    listener: EventListenerOrEventListenerObject,
  ) {
    if (type !== 'complete' || this.mode !== 'readwrite') return original.call(this, type, listener)
    setTimeout(() => typeof listener === 'function' && listener.call(this, new Event(type)), 20)
  }
}

/** What a page in a hurry tells of itself, as `window.hurried`. */
export interface Hurried {
  /** Milliseconds that nobody has waited for. */
  skipped: number
  /** What has come into the queue and is on the disk. */
  added: KioskEntry[]
}

/** Runs in the page: a clock that can be moved on, and a list of what is put into the queue. */
function hurry(): void {
  const hurried: Hurried = { skipped: 0, added: [] }
  const now = performance.now.bind(performance)
  performance.now = () => now() + hurried.skipped
  const original = IDBObjectStore.prototype.add
  IDBObjectStore.prototype.add = function (value, key) {
    if (this.name === 'queue') {
      this.transaction.addEventListener('complete', () => hurried.added.push(value.entry))
    }
    return original.call(this, value, key)
  }
  Object.assign(window, { hurried })
}

/** Runs in the page: whatever comes of a batch, the app is told that all of it is stored. */
function believeSent(): void {
  const original = window.fetch
  window.fetch = async (input, init) => {
    const answer = await original(input, init).catch((cause) => cause)
    if (input !== '/api/kiosk/ratings') {
      if (answer instanceof Response) return answer
      throw answer
    }
    const { entries } = JSON.parse(String(init?.body)) as { entries: { id: string; hash: string }[] }
    const results = entries.map(({ id, hash }) => ({ id, hash, status: 'stored' }))
    return Response.json({ results })
  }
}

/** A tablet whose clock, but for the time of day, can be moved on. */
export const inAHurry = (context: BrowserContext) => context.addInitScript(hurry)

/** The defence taken away: what has been sent is taken for stored. */
export const sentIsStored = (context: BrowserContext) => context.addInitScript(believeSent)

/** A tablet whose flash memory takes its time, as that of a cheap one does. */
export const slowFlash = (ms: number) => (page: Page) => page.addInitScript(holdWrites, ms)

/** The defence taken away: thanks before the disk has it. */
export const thanksTooEarly = () => (page: Page) => page.addInitScript(tellTooEarly)

/** Calls back the moment thanks are on the screen, with the browser's own time. */
export function onThanks(thanked: (at: number) => void) {
  return async (page: Page) => {
    await page.exposeBinding('thanked', (_source, at: number) => thanked(at))
    await page.addInitScript(() => {
      const tell = (window as unknown as { thanked(at: number): void }).thanked
      new MutationObserver(() => {
        if (document.querySelector('[data-view=thanks]')) tell(Date.now())
      }).observe(document, { subtree: true, childList: true, attributes: true })
    })
  }
}
