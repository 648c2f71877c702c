import { type Kysely, sql } from 'kysely'

/** Rules by which the city is alerted, as data, and what they found. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('alert_rules')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) =>
      c
        .notNull()
        .check(
          sql`kind in ('unhappy_at_counter', 'unhappy_at_office', 'kiosk_silent', 'control_signal', 'few_answers')`,
        ),
    )
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull().check(sql`status in ('on', 'off')`))
    .addColumn('percent', 'integer', (c) => c.notNull().check(sql`percent between 0 and 100`))
    .addColumn('least', 'integer', (c) => c.notNull().check(sql`least >= 0`))
    .addColumn('minutes', 'integer', (c) => c.notNull().check(sql`minutes >= 0`))
    .execute()
  await db.schema
    .createTable('alerts')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('rule_id', 'text', (c) => c.notNull().references('alert_rules.id'))
    .addColumn('subject_kind', 'text', (c) =>
      c.notNull().check(sql`subject_kind in ('counter', 'office', 'kiosk_device')`),
    )
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('occasion', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull().check(sql`status in ('open', 'acknowledged', 'closed')`))
    .addColumn('opened_at', 'text', (c) => c.notNull())
    .addColumn('held_at', 'text', (c) => c.notNull())
    .addColumn('acknowledged_at', 'text', (c) => c.notNull())
    .addColumn('acknowledged_by', 'text', (c) => c.references('staff.id'))
    .addColumn('closed_at', 'text', (c) => c.notNull())
    .addColumn('closed_by', 'text', (c) => c.references('staff.id'))
    .addColumn('note', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('alerts_one_open')
    .unique()
    .on('alerts')
    .columns(['rule_id', 'subject_id'])
    .where(sql.ref('status'), '<>', sql.lit('closed'))
    .execute()
  await db.schema.createIndex('alerts_held').on('alerts').column('held_at').execute()
  const rule = { position: 0, status: 'on', percent: 0, least: 0, minutes: 0 }
  const rules = [
    { ...rule, id: 'unhappy-at-counter', kind: 'unhappy_at_counter', percent: 50, least: 10, minutes: 15 },
    { ...rule, id: 'unhappy-at-office', kind: 'unhappy_at_office', percent: 50, least: 5, minutes: 15 },
    { ...rule, id: 'kiosk-silent', kind: 'kiosk_silent' },
    { ...rule, id: 'control-signal', kind: 'control_signal' },
    { ...rule, id: 'few-answers', kind: 'few_answers', percent: 5, least: 30 },
  ]
  await (db as Kysely<{ alert_rules: (typeof rules)[number] }>)
    .insertInto('alert_rules')
    .values(rules.map((each, position) => ({ ...each, position })))
    .execute()
}
