import { sql } from 'kysely'
import type { Level } from '#app/statistics/level-counts.ts'
import { preparedQuery } from '../prepared.ts'
import type { Db, LevelColumns, Schema, Tx } from '../schema.ts'

type LevelTable = {
  [Table in keyof Schema]: Schema[Table] extends LevelColumns ? Table : never
}[keyof Schema]

type Values = (string | number)[]

/**
 * How a table of level counts, a line per `keys`, moves by one: a statement for each level, compiled once.
 * The values come in the order of the keys.
 */
export function levelUpserts<Table extends LevelTable>(
  table: Table,
  keys: (keyof Schema[Table] & string)[],
): (tx: Tx, level: Level, change: 1 | -1, ...values: Values) => Promise<unknown> {
  const upsertOf = (column: keyof LevelColumns) =>
    preparedQuery((db: Db, ...values: Values) => {
      const columns = [...keys, column]
      const row = Object.fromEntries(columns.map((name, at) => [name, values[at]]))
      return db
        .insertInto(table as 'level_counts')
        .values(row as never)
        .onConflict((c) =>
          c.columns(keys as never).doUpdateSet({
            [column]: sql`${sql.ref(`${table}.${column}`)} + ${values[columns.length]}`,
          } as never),
        )
    })
  const upserts = {
    1: upsertOf('level_1'),
    2: upsertOf('level_2'),
    3: upsertOf('level_3'),
    4: upsertOf('level_4'),
    5: upsertOf('level_5'),
  }
  // A check refuses a negative count before the conflict is found, so the row is inserted with 0 or 1.
  return (tx, level, change, ...values) => upserts[level](tx, ...values, Math.max(change, 0), change)
}
