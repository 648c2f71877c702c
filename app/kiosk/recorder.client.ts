import { v7 as uuid } from 'uuid'
import type { Lang } from '../i18n/languages.ts'
import type { Level } from '../responses/survey-response.ts'
import { chainedEntry, NEW_CHAIN, type Said } from './chained-entry.ts'
import { addToRing, dropFromRing, ring } from './fallback-ring.client.ts'
import type { TabletStore } from './tablet-store.client.ts'

export type StorageState = 'ok' | 'full' | 'broken'

/** Where what was said is now: safe on the disk, in the ring for want of better, or nowhere. */
export type Recorded = { where: 'stored' | 'ring' | 'nowhere'; id: string }

/** Puts on record what is said at this tablet, and knows whether that works. */
export class Recorder {
  readonly #store: TabletStore
  readonly #told: { changed(): void; recorded(): unknown }
  /** What to add to this clock to have the server's. */
  offsetMs = 0
  state: StorageState = 'ok'

  constructor(store: TabletStore, told: { changed(): void; recorded(): unknown }) {
    this.#store = store
    this.#told = told
  }

  rating(level: Level, lang: Lang): Promise<Recorded> {
    return this.#record({ ...this.#here(lang), kind: 'rating', level })
  }

  /** Numbers and hashes an entry that nobody gave and nothing keeps, so that the first tap finds its code compiled. */
  rehearse(lang: Lang): void {
    chainedEntry(NEW_CHAIN, { ...this.#here(lang), kind: 'rating', level: 5 })
  }

  reasons(of: string, reasons: readonly string[], lang: Lang): Promise<Recorded> {
    return this.#record({ ...this.#here(lang), kind: 'reasons', of, reasons })
  }

  /** Moves what lies in the ring into the store, where that works again. */
  async mend(): Promise<void> {
    try {
      await this.#store.standing()
      const waiting = ring()
      for (const said of waiting) {
        await this.#store.record(said)
        dropFromRing(said.id)
        this.#told.recorded()
      }
      if (waiting.length > 0 || this.state === 'broken') this.#is('ok')
    } catch (cause) {
      this.#is(stateAfter(cause))
    }
  }

  #here(lang: Lang) {
    return { id: uuid(), at: new Date().toISOString(), offset_ms: Math.round(this.offsetMs), lang }
  }

  async #record(said: Said): Promise<Recorded> {
    try {
      await this.#store.record(said)
      this.#is('ok')
      this.#told.recorded()
      return { where: 'stored', id: said.id }
    } catch (cause) {
      this.#is(stateAfter(cause))
      return { where: addToRing(said) ? 'ring' : 'nowhere', id: said.id }
    }
  }

  #is(state: StorageState): void {
    if (state === this.state) return
    this.state = state
    this.#told.changed()
  }
}

const stateAfter = (cause: unknown): StorageState =>
  cause instanceof DOMException && cause.name === 'QuotaExceededError' ? 'full' : 'broken'
