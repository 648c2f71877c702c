import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('dossiers')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('code', 'text', (c) => c.notNull().unique())
    .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
    .addColumn('procedure_id', 'text', (c) => c.notNull().references('procedures.id'))
    .addColumn('channel', 'text', (c) => c.notNull().check(sql`channel in ('counter', 'online', 'post')`))
    .addColumn('applicant', 'text', (c) => c.notNull().check(sql`applicant in ('citizen', 'business')`))
    .addColumn('received_at', 'text', (c) => c.notNull())
    .addColumn('due_at', 'text', (c) => c.notNull())
    .addColumn('returned_at', 'text', (c) => c.notNull())
    .addColumn('received_day', 'text', (c) => c.notNull())
    .addColumn('due_day', 'text', (c) => c.notNull())
    .addColumn('returned_day', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) =>
      c.notNull().check(sql`outcome in ('open', 'returned', 'refused', 'withdrawn')`),
    )
    .addColumn('on_time', 'integer', (c) => c.notNull().check(sql`on_time in (0, 1)`))
    .execute()
  await db.schema
    .createIndex('dossiers_office_returned')
    .on('dossiers')
    .columns(['office_id', 'returned_day'])
    .execute()
  await db.schema.createIndex('dossiers_procedure').on('dossiers').column('procedure_id').execute()
  await db.schema
    .createTable('invitations')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('standing', 'dossier')`))
    .addColumn('lookup', 'text', (c) => c.notNull().unique())
    .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
    .addColumn('counter_id', 'text', (c) => c.references('counters.id'))
    .addColumn('dossier_id', 'text', (c) => c.references('dossiers.id'))
    .addColumn('stage', 'text', (c) => c.notNull().check(sql`stage in ('return', 'filing', 'unstated')`))
    .addColumn('trust', 'text', (c) => c.notNull().check(sql`trust in ('verified', 'kiosk', 'open')`))
    .addColumn('issue_number', 'integer', (c) => c.notNull())
    .addColumn('key_number', 'integer', (c) => c.notNull())
    .addColumn('placard_number', 'integer', (c) => c.notNull())
    .addColumn('valid_from', 'text', (c) => c.notNull())
    .addColumn('valid_to', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) =>
      c.notNull().check(sql`status in ('open', 'answered', 'used', 'revoked')`),
    )
    .addCheckConstraint(
      'invitations_kind',
      sql`(kind = 'dossier') = (dossier_id is not null) and (kind = 'dossier') = (trust = 'verified')`,
    )
    .execute()
  await db.schema
    .createIndex('invitations_dossier')
    .unique()
    .on('invitations')
    .columns(['dossier_id', 'stage', 'issue_number'])
    .execute()
  await db.schema.createIndex('invitations_office').on('invitations').columns(['office_id', 'kind']).execute()
  await db.schema.createIndex('invitations_counter').on('invitations').column('counter_id').execute()
}
