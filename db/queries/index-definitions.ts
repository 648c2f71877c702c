import type { Db, IndexDefinitionRow } from '../schema.ts'

/** Every index definition, the newest first. */
export function listIndexDefinitions(db: Db): Promise<IndexDefinitionRow[]> {
  return db
    .selectFrom('index_definitions')
    .selectAll()
    .orderBy('valid_from', 'desc')
    .orderBy('version', 'desc')
    .execute()
}
