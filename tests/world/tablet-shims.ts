import type { Page } from '@playwright/test'

/** Runs in the page: a transaction that writes is committed no sooner than after so many milliseconds. */
function holdWrites(forMs: number): void {
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
