import type { Kysely, RawBuilder } from 'kysely'

/** The few things the two databases do differently; nobody else asks which database this is. */
export interface DialectDifferences {
  name: 'sqlite' | 'postgres'
  /** Ends the making of a table that is read by its key alone: one tree to write instead of two, where there is a choice. */
  storedByKey: RawBuilder<unknown>
  /** Triggers that refuse update and delete on an append-only table. */
  refuseChanges(db: Kysely<unknown>, table: string): Promise<void>
}
