import { type Kysely, sql } from 'kysely'
import type { DialectDifferences } from '../dialects/dialect.ts'

export async function up(db: Kysely<unknown>, differences: DialectDifferences): Promise<void> {
  await db.schema
    .createTable('responses')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('receipt_hash', 'text', (c) => c.notNull().unique())
    .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
    .addColumn('counter_id', 'text', (c) => c.references('counters.id'))
    .addColumn('procedure_id', 'text', (c) => c.references('procedures.id'))
    .addColumn('channel', 'text', (c) =>
      c.notNull().check(sql`channel in ('counter', 'online', 'post', 'unstated')`),
    )
    .addColumn('stage', 'text', (c) => c.notNull().check(sql`stage in ('return', 'filing', 'unstated')`))
    .addColumn('trust', 'text', (c) => c.notNull().check(sql`trust in ('verified', 'kiosk', 'open')`))
    .addColumn('respondent', 'text', (c) =>
      c.notNull().check(sql`respondent in ('citizen', 'business', 'unstated')`),
    )
    .addColumn('level', 'integer', (c) => c.notNull().check(sql`level between 1 and 5`))
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('first_at', 'text', (c) => c.notNull())
    .addColumn('changeable_until', 'text', (c) => c.notNull())
    .addColumn('lang', 'text', (c) => c.notNull().check(sql`lang in ('vi', 'en', 'zh')`))
    .addColumn('survey_version_id', 'text', (c) => c.references('survey_versions.id'))
    .addColumn('answers', 'text', (c) => c.notNull())
    .addColumn('comment', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('amended_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('superseded_receipts')
    .addColumn('receipt_hash', 'text', (c) => c.primaryKey())
    .addColumn('response_id', 'text', (c) => c.notNull().references('responses.id'))
    .addColumn('level', 'integer', (c) => c.notNull().check(sql`level between 1 and 5`))
    .execute()
  await db.schema.createIndex('superseded_response').on('superseded_receipts').column('response_id').execute()
  await db.schema
    .createTable('redemptions')
    .addColumn('invitation_id', 'text', (c) => c.primaryKey().references('invitations.id'))
    .addColumn('response_id', 'text', (c) => c.notNull().unique().references('responses.id'))
    .addColumn('changeable_until', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('redemptions_until').on('redemptions').column('changeable_until').execute()
  await db.schema
    .createTable('response_amendments')
    .addColumn('response_id', 'text', (c) => c.notNull().references('responses.id'))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('replaced_at', 'text', (c) => c.notNull())
    .addColumn('level', 'integer', (c) => c.notNull().check(sql`level between 1 and 5`))
    .addColumn('respondent', 'text', (c) => c.notNull())
    .addColumn('lang', 'text', (c) => c.notNull())
    .addColumn('survey_version_id', 'text', (c) => c.references('survey_versions.id'))
    .addColumn('answers', 'text', (c) => c.notNull())
    .addColumn('comment', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('response_amendments_pk', ['response_id', 'revision'])
    .execute()
  await db.schema
    .createTable('ledger')
    .addColumn('sequence', 'integer', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('salt', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('recorded_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('ledger_subject').on('ledger').columns(['subject', 'revision']).execute()
  await differences.refuseChanges(db, 'ledger')
}
