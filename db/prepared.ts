import type { Compilable, CompiledQuery } from 'kysely'
import type { Db } from './schema.ts'

/**
 * A query built and compiled once for each database, then run with other parameters: building a join anew costs
 * twice what running it does. Every value in it must be one of the parameters, in their order.
 */
export function preparedQuery<Parameters extends unknown[], Row>(
  build: (db: Db, ...parameters: Parameters) => Compilable<Row>,
) {
  const compiled = new WeakMap<object, CompiledQuery<Row>>()
  return async (db: Db, ...parameters: Parameters): Promise<Row[]> => {
    const { adapter } = db.getExecutor()
    const query = compiled.get(adapter) ?? build(db, ...parameters).compile()
    compiled.set(adapter, query)
    const { rows } = await db.executeQuery<Row>({ ...query, parameters })
    return rows
  }
}
