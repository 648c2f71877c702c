import { type Kysely, sql } from 'kysely'
import type { DialectDifferences } from '../dialects/dialect.ts'

export async function up(db: Kysely<unknown>, differences: DialectDifferences): Promise<void> {
  await cases(db)
  await db.schema
    .createTable('case_events')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('case_id', 'text', (c) => c.notNull().references('feedback_cases.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('staff_id', 'text', (c) => c.references('staff.id'))
    .addColumn('from_office_id', 'text', (c) => c.references('offices.id'))
    .addColumn('to_office_id', 'text', (c) => c.references('offices.id'))
    .addColumn('to_staff_id', 'text', (c) => c.references('staff.id'))
    .addColumn('note', 'text', (c) => c.notNull())
    .execute()
  for (const column of ['case_id', 'staff_id', 'from_office_id', 'to_office_id', 'to_staff_id']) {
    await db.schema.createIndex(`case_events_${column}`).on('case_events').column(column).execute()
  }
  await differences.refuseChanges(db, 'case_events')
  await db.schema
    .createTable('case_answers')
    .addColumn('case_id', 'text', (c) => c.notNull().references('feedback_cases.id'))
    .addColumn('round', 'integer', (c) => c.notNull().check(sql`round in (1, 2)`))
    .addColumn('original', 'text', (c) => c.notNull())
    .addColumn('lang', 'text', (c) => c.notNull().check(sql`lang in ('vi', 'en', 'zh')`))
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull().check(sql`status in ('draft', 'sent')`))
    .addColumn('staff_id', 'text', (c) => c.notNull().references('staff.id'))
    .addColumn('saved_at', 'text', (c) => c.notNull())
    .addColumn('sent_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('case_answers_pk', ['case_id', 'round'])
    .execute()
  await db.schema.createIndex('case_answers_staff').on('case_answers').column('staff_id').execute()
  await db.schema
    .createTable('case_contacts')
    .addColumn('case_id', 'text', (c) => c.primaryKey().references('feedback_cases.id'))
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addColumn('consent_version', 'text', (c) => c.notNull())
    .addColumn('consent_lang', 'text', (c) => c.notNull())
    .addColumn('consented_at', 'text', (c) => c.notNull())
    .execute()
  await notices(db)
}

async function cases(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feedback_cases')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('code_hash', 'text', (c) => c.notNull().unique())
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('serial', 'integer', (c) => c.notNull().check(sql`serial >= 1`))
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('suggestion', 'petition')`))
    .addColumn('official', 'integer', (c) => c.notNull().check(sql`official in (0, 1)`))
    .addColumn('origin', 'text', (c) => c.notNull().check(sql`origin in ('rating', 'open')`))
    .addColumn('office_id', 'text', (c) => c.notNull().references('offices.id'))
    .addColumn('status', 'text', (c) =>
      c
        .notNull()
        .check(
          sql`status in ('quarantined', 'set_aside', 'received', 'classified', 'assigned', 'answered', 'closed')`,
        ),
    )
    .addColumn('queue', 'text', (c) => c.notNull().check(sql`queue in ('ordinary', 'restricted')`))
    .addColumn('suspicion', 'text', (c) => c.notNull())
    .addColumn('category', 'text', (c) => c.notNull())
    .addColumn('lang', 'text', (c) => c.notNull().check(sql`lang in ('vi', 'en', 'zh')`))
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('received_at', 'text', (c) => c.notNull())
    .addColumn('received_day', 'text', (c) => c.notNull())
    .addColumn('classify_by', 'text', (c) => c.notNull())
    .addColumn('answer_by', 'text', (c) => c.notNull())
    .addColumn('extended_from', 'text', (c) => c.notNull())
    .addColumn('extension_reason', 'text', (c) => c.notNull())
    .addColumn('handling_office_id', 'text', (c) => c.references('offices.id'))
    .addColumn('handler_id', 'text', (c) => c.references('staff.id'))
    .addColumn('summary', 'text', (c) => c.notNull())
    .addColumn('round', 'integer', (c) => c.notNull().check(sql`round in (1, 2)`))
    .addColumn('first_answer', 'text', (c) => c.notNull().check(sql`first_answer in ('', 'on_time', 'late')`))
    .addColumn('answered_at', 'text', (c) => c.notNull())
    .addColumn('handled_well', 'text', (c) => c.notNull().check(sql`handled_well in ('', 'yes', 'no')`))
    .addColumn('reopened_at', 'text', (c) => c.notNull())
    .addColumn('closed_at', 'text', (c) => c.notNull())
    .addColumn('escalation', 'integer', (c) => c.notNull().check(sql`escalation between 0 and 3`))
    .addColumn('contact', 'text', (c) => c.notNull().check(sql`contact in ('none', 'kept', 'deleted')`))
    .addUniqueConstraint('feedback_cases_number', ['year', 'serial'])
    .execute()
  const indexes = {
    office: ['office_id'],
    handling_office: ['handling_office_id'],
    handler: ['handler_id'],
    received: ['received_day'],
    open: ['status', 'answer_by'],
  }
  for (const [name, columns] of Object.entries(indexes)) {
    await db.schema.createIndex(`feedback_cases_${name}`).on('feedback_cases').columns(columns).execute()
  }
}

/** Who should hear of what; whoever sends mail, and the desk, read it. */
async function notices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('notices')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('staff_id', 'text', (c) => c.notNull().references('staff.id'))
    .addColumn('event', 'text', (c) => c.notNull())
    .addColumn('subject_kind', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('occasion', 'text', (c) => c.notNull())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addColumn('sent_at', 'text', (c) => c.notNull())
    .addColumn('seen_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('notices_once', ['staff_id', 'event', 'subject_id', 'occasion'])
    .execute()
  await db.schema.createIndex('notices_unsent').on('notices').columns(['sent_at', 'made_at']).execute()
}
