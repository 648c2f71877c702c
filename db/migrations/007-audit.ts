import type { Kysely } from 'kysely'
import type { DialectDifferences } from '../dialects/dialect.ts'

export async function up(db: Kysely<unknown>, differences: DialectDifferences): Promise<void> {
  await db.schema
    .createTable('audit_trail')
    .addColumn('sequence', 'integer', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('staff_id', 'text', (c) => c.references('staff.id'))
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('subject_kind', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('before', 'text', (c) => c.notNull())
    .addColumn('after', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('audit_subject')
    .on('audit_trail')
    .columns(['subject_kind', 'subject_id'])
    .execute()
  await db.schema.createIndex('audit_staff').on('audit_trail').columns(['staff_id', 'sequence']).execute()
  await db.schema.createIndex('audit_at').on('audit_trail').column('at').execute()
  await differences.refuseChanges(db, 'audit_trail')
}
