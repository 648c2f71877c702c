import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { type Chain, chainedEntry, NEW_CHAIN, type Said } from './chained-entry.ts'
import type { KioskSettings } from './kiosk-api.ts'
import type { Kept, UnsentQueue, Waiting } from './unsent-queue.ts'

const NAME = 'hai-long-kiosk'
/** Raised with a migration in `upgrade`; what waits in the queue is never rewritten (unsent-queue.ts). */
const VERSION = 1
/** A store that answers later than this is a broken one: nobody stands before a tablet that long. */
const LATEST_MS = 5_000

/** What the server gave this tablet. */
export interface Paired {
  device: string
  credential: string
  settings: KioskSettings
  /** What to add to this tablet's clock to have the server's, in milliseconds. */
  offsetMs: number
  /** Taken back by an administrator: nothing is taken until it is paired again. */
  revoked: boolean
}

interface Rooms extends DBSchema {
  /** One record each under `paired` and `chain`. */
  state: { key: string; value: Paired | Chain }
  /** In the order of recording, whatever number the chain was at. */
  queue: { key: number; value: Waiting; indexes: { id: string } }
  kept: { key: string; value: Kept }
}

type Store = 'state' | 'queue' | 'kept'

/**
 * What the tablet keeps, in IndexedDB. Chrome's default durability acknowledges before anything is on the disk
 * (measured: 50 puts, no sync), so every write here is `strict`, and done only after its `complete`.
 */
export class TabletStore implements UnsentQueue {
  #open: Promise<IDBPDatabase<Rooms>> | null = null
  /** Where this page left the chain; another tab may have gone on with it. */
  #chain: Chain | null = null

  paired(): Promise<Paired | null> {
    return this.#read(async (db) => ((await db.get('state', 'paired')) as Paired | undefined) ?? null)
  }

  /** The credential and where the chain goes on; `chain` null leaves it as it is. */
  pair(paired: Paired, chain: Chain | null): Promise<void> {
    if (chain) this.#chain = null
    return this.#write(['state'], async (tx) => {
      const state = tx.objectStore('state')
      await state.put(paired, 'paired')
      if (chain) await state.put(chain, 'chain')
    })
  }

  /** Numbers, chains and keeps what was said; ends when it is on the disk. What is there already is left. */
  async record(said: Said): Promise<void> {
    const supposed = this.#chain
    this.#chain = null
    const isThere = supposed !== null && (await this.#recordNext(said, supposed).catch(isNotNext))
    if (!isThere) await this.#recordAnywhere(said)
  }

  /** Writes at once behind the chain as this page left it, and lets it stand if the chain is still there. */
  async #recordNext(said: Said, supposed: Chain): Promise<boolean> {
    const { waiting, chain } = chainedEntry(supposed, said)
    await this.#write(['state', 'queue'], async (tx) => {
      const state = tx.objectStore('state')
      const found = chainIn(state)
      // What goes wrong with one of them is told by the transaction.
      found.catch(() => undefined)
      tx.objectStore('queue')
        .add(waiting)
        .catch(() => undefined)
      state.put(chain, 'chain').catch(() => undefined)
      if ((await found).previous !== supposed.previous) throw new NotNext()
      tx.commit()
    })
    this.#chain = chain
    return true
  }

  async #recordAnywhere(said: Said): Promise<void> {
    let made: Chain | null = null
    await this.#write(['state', 'queue'], async (tx) => {
      if (await tx.objectStore('queue').index('id').getKey(said.id)) return
      const state = tx.objectStore('state')
      const { waiting, chain } = chainedEntry(await chainIn(state), said)
      await Promise.all([tx.objectStore('queue').add(waiting), state.put(chain, 'chain')])
      made = chain
    })
    this.#chain = made
  }

  first(count: number): Promise<Waiting[]> {
    return this.#read((db) => db.getAll('queue', null, count))
  }

  settle(stored: readonly string[], kept: readonly Kept[]): Promise<void> {
    return this.#write(['queue', 'kept'], async (tx) => {
      for (const one of kept) await tx.objectStore('kept').put(one)
      for (const id of [...stored, ...kept.map(({ entry }) => entry.id)]) {
        const key = await tx.objectStore('queue').index('id').getKey(id)
        if (key !== undefined) await tx.objectStore('queue').delete(key)
      }
    })
  }

  /** How many entries wait, how many were refused, and the next number. */
  standing(): Promise<{ waiting: number; refused: number; next: number }> {
    return this.#read(async (db) => {
      const tx = db.transaction(['state', 'queue', 'kept'])
      const [waiting, refused, chain] = await Promise.all([
        tx.objectStore('queue').count(),
        tx.objectStore('kept').count(),
        chainIn(tx.objectStore('state')),
      ])
      this.#chain ??= chain
      return { waiting, refused, next: chain.next }
    })
  }

  async #read<T>(read: (db: IDBPDatabase<Rooms>) => Promise<T>): Promise<T> {
    return this.#inTime(this.#database().then(read))
  }

  async #write(stores: Store[], write: (tx: Writing) => Promise<void>): Promise<void> {
    const written = this.#database().then(async (db) => {
      const tx = db.transaction(stores, 'readwrite', { durability: 'strict' })
      const done = tx.done
      done.catch(() => undefined)
      // What goes wrong inside ends the transaction; its own reason (a full disk) says more than ours.
      await write(tx as Writing).catch((cause) => {
        abort(tx)
        throw tx.error ?? cause
      })
      await done
    })
    return this.#inTime(written)
  }

  #database(): Promise<IDBPDatabase<Rooms>> {
    const open = this.#open ?? openStore(() => this.#forget())
    this.#open = open
    // One that failed is tried anew: the memory of a tablet may work again.
    open.catch(() => this.#open === open && this.#forget())
    return open
  }

  #forget(): void {
    this.#open = null
  }

  #inTime<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#forget()
        reject(new Error('The store does not answer'))
      }, LATEST_MS)
      promise.finally(() => clearTimeout(timer)).then(resolve, reject)
    })
  }
}

type Writing = ReturnType<typeof writing>
// Names the type of a transaction over all stores.
const writing = (db: IDBPDatabase<Rooms>) => db.transaction(['state', 'queue', 'kept'], 'readwrite')

async function chainIn(state: { get(key: string): Promise<unknown> }): Promise<Chain> {
  return ((await state.get('chain')) as Chain | undefined) ?? NEW_CHAIN
}

/** The chain is not where this page left it. */
class NotNext extends Error {}

/** Whether it has only to be written elsewhere, or is there already; a store that takes nothing is another matter. */
function isNotNext(cause: unknown): false {
  if (cause instanceof NotNext) return false
  if (cause instanceof DOMException && cause.name === 'ConstraintError') return false
  throw cause
}

function abort(tx: { abort(): void }): void {
  try {
    tx.abort()
  } catch {
    // It has ended already.
  }
}

/** `forget` is told when the connection is of no more use; the next call opens another. */
async function openStore(forget: () => void): Promise<IDBPDatabase<Rooms>> {
  return openDB<Rooms>(NAME, VERSION, {
    upgrade(db, from) {
      if (from >= 1) return
      db.createObjectStore('state')
      db.createObjectStore('queue', { autoIncrement: true }).createIndex('id', 'entry.id', { unique: true })
      db.createObjectStore('kept', { keyPath: 'entry.id' })
    },
    blocking(_current, _blocked, event) {
      forget()
      ;(event.target as IDBDatabase).close()
    },
    terminated: forget,
  })
}
