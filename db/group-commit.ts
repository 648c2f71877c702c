import type { ControlledTransaction, Kysely } from 'kysely'
import type { Schema, Tx } from './schema.ts'

/** The store could not make a commit durable (disk full, I/O error): nothing was acknowledged, try again later. */
export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    super('The store could not commit', { cause })
  }
}

const QUIET_TURNS = 3
const MOST_TURNS = 64

interface Member {
  run(tx: Tx): Promise<unknown>
  resolve(value: unknown): void
  reject(reason: unknown): void
}

/** SQLite gives up the whole transaction, not one statement, on these. */
const LOST_TRANSACTION = /^SQLITE_(FULL|IOERR|CORRUPT|NOMEM|BUSY|CANTOPEN|READONLY)/

/**
 * One writer behind one queue. Whatever waits while a commit runs shares the next durable commit, each in its own
 * savepoint: one refused harms no other. A member resolves only after COMMIT; when COMMIT fails every member of
 * that batch rejects with StoreUnavailable. No timer: an idle store commits within a few turns of the event loop.
 */
export class GroupCommit {
  readonly #db: Kysely<Schema>
  #waiting: Member[] = []
  #between: (() => void)[] = []
  #running: Promise<void> | undefined

  constructor(db: Kysely<Schema>) {
    this.#db = db
  }

  write<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ run, resolve: resolve as (value: unknown) => void, reject })
      this.#running ??= this.#drain()
    })
  }

  /** Runs between two commits, outside every transaction; nothing else writes on this connection meanwhile. */
  between<T>(run: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#between.push(() => {
        try {
          resolve(run())
        } catch (cause) {
          reject(cause)
        }
      })
      this.#running ??= this.#drain()
    })
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running
  }

  async #drain(): Promise<void> {
    await this.#gathered()
    while (this.#waiting.length > 0 || this.#between.length > 0) {
      for (const run of this.#between.splice(0)) run()
      const batch = this.#waiting
      this.#waiting = []
      if (batch.length > 0) await this.#commit(batch)
      await this.#gathered()
    }
    this.#running = undefined
  }

  /**
   * Waits while newcomers keep arriving: a commit stops the whole process for the time of its sync, so those whose
   * requests came in meanwhile are a few turns of the event loop away, and share the next sync instead of queueing.
   */
  async #gathered(): Promise<void> {
    for (let quiet = 0, seen = -1, turns = 0; quiet < QUIET_TURNS && turns < MOST_TURNS; turns++) {
      await new Promise((next) => setImmediate(next))
      quiet = this.#waiting.length === seen ? quiet + 1 : 0
      seen = this.#waiting.length
    }
  }

  async #commit(batch: Member[]): Promise<void> {
    const done: { member: Member; value: unknown }[] = []
    const refused: { member: Member; reason: unknown }[] = []
    let tx: ControlledTransaction<Schema> | undefined
    try {
      tx = await this.#db.startTransaction().execute()
      for (const member of batch) {
        const outcome = await this.#runMember(tx, member)
        if ('reason' in outcome) refused.push({ member, reason: outcome.reason })
        else done.push({ member, value: outcome.value })
      }
      await tx.commit().execute()
    } catch (cause) {
      await tx
        ?.rollback()
        .execute()
        .catch(() => undefined)
      const unavailable = new StoreUnavailable(cause)
      for (const member of batch) member.reject(unavailable)
      return
    }
    for (const { member, value } of done) member.resolve(value)
    for (const { member, reason } of refused) member.reject(reason)
  }

  async #runMember(tx: ControlledTransaction<Schema>, member: Member) {
    const point = await tx.savepoint('member').execute()
    try {
      const value = await member.run(point)
      await point.releaseSavepoint('member').execute()
      return { value }
    } catch (reason) {
      if (LOST_TRANSACTION.test((reason as { code?: string }).code ?? '')) throw reason
      await point.rollbackToSavepoint('member').execute()
      await tx.releaseSavepoint('member' as never).execute()
      return { reason }
    }
  }
}
