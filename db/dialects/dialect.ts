import type { Kysely } from 'kysely'

/** The few things the two databases do differently; nobody else asks which database this is. */
export interface DialectDifferences {
  name: 'sqlite' | 'postgres'
  /** Triggers that refuse update and delete on an append-only table. */
  refuseChanges(db: Kysely<unknown>, table: string): Promise<void>
}
