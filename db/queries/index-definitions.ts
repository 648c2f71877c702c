import type { Db, IndexDefinitionRow, Tx } from '../schema.ts'

/** Every index definition, the newest first. */
export function listIndexDefinitions(db: Db): Promise<IndexDefinitionRow[]> {
  return db
    .selectFrom('index_definitions')
    .selectAll()
    .orderBy('valid_from', 'desc')
    .orderBy('version', 'desc')
    .execute()
}

export async function insertIndexDefinition(tx: Tx, row: IndexDefinitionRow): Promise<void> {
  await tx.insertInto('index_definitions').values(row).execute()
}
