import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await devices(db)
  await pairingCodes(db)
  await entries(db)
  await gaps(db)
}

async function devices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('kiosk_devices')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('counter_id', 'text', (c) => c.notNull().references('counters.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('credential_hash', 'text', (c) => c.notNull().unique())
    .addColumn('status', 'text', (c) => c.notNull().check(sql`status in ('active', 'revoked')`))
    .addColumn('paired_at', 'text', (c) => c.notNull())
    .addColumn('revoked_at', 'text', (c) => c.notNull())
    .addColumn('app_version', 'text', (c) => c.notNull())
    .addColumn('last_heard_at', 'text', (c) => c.notNull())
    .addColumn('silent_since', 'text', (c) => c.notNull())
    .addColumn('highest_number', 'integer', (c) => c.notNull())
    .addColumn('last_tap_number', 'integer', (c) => c.notNull())
    .addColumn('last_tap_at', 'text', (c) => c.notNull())
    .addColumn('waiting', 'integer', (c) => c.notNull())
    .addColumn('refused', 'integer', (c) => c.notNull())
    .addColumn('ring', 'integer', (c) => c.notNull())
    .addColumn('storage', 'text', (c) => c.notNull().check(sql`storage in ('ok', 'full', 'broken')`))
    .addColumn('trouble_at', 'text', (c) => c.notNull())
    .addColumn('battery_percent', 'integer', (c) => c.notNull())
    .addColumn('charging', 'integer', (c) => c.notNull().check(sql`charging in (0, 1)`))
    .addColumn('clock_offset_s', 'integer', (c) => c.notNull())
    .addColumn('clock_measured_at', 'text', (c) => c.notNull())
    .addColumn('clock_flags', 'integer', (c) => c.notNull())
    .addColumn('conflicts', 'integer', (c) => c.notNull())
    .addColumn('chain_breaks', 'integer', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('kiosk_devices_counter').on('kiosk_devices').column('counter_id').execute()
}

async function pairingCodes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('kiosk_pairing_codes')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('code_hash', 'text', (c) => c.notNull().unique())
    .addColumn('counter_id', 'text', (c) => c.notNull().references('counters.id'))
    .addColumn('device_id', 'text', (c) => c.notNull())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull().check(sql`status in ('open', 'used', 'withdrawn')`))
    .execute()
  await db.schema
    .createIndex('kiosk_pairing_codes_counter')
    .on('kiosk_pairing_codes')
    .column('counter_id')
    .execute()
}

async function entries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('kiosk_entries')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('device_id', 'text', (c) => c.notNull().references('kiosk_devices.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('previous', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('rating', 'reasons', 'unknown')`))
    .addColumn('status', 'text', (c) => c.notNull().check(sql`status in ('stored', 'refused')`))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('response_id', 'text', (c) => c.references('responses.id'))
    .addColumn('clock', 'text', (c) => c.notNull().check(sql`clock in ('fits', 'flagged')`))
    .addColumn('told_at', 'text', (c) => c.notNull())
    .addColumn('received_at', 'text', (c) => c.notNull())
    .addCheckConstraint('kiosk_entries_stored', sql`(status = 'stored') = (response_id is not null)`)
    .execute()
  await db.schema
    .createIndex('kiosk_entries_number')
    .on('kiosk_entries')
    .columns(['device_id', 'number'])
    .execute()
  await db.schema.createIndex('kiosk_entries_response').on('kiosk_entries').column('response_id').execute()
  await db.schema
    .createTable('kiosk_conflicts')
    .addColumn('entry_id', 'text', (c) => c.notNull().references('kiosk_entries.id'))
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('device_id', 'text', (c) => c.notNull().references('kiosk_devices.id'))
    .addColumn('received_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('kiosk_conflicts_pk', ['entry_id', 'hash'])
    .execute()
  await db.schema.createIndex('kiosk_conflicts_device').on('kiosk_conflicts').column('device_id').execute()
}

async function gaps(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('kiosk_gaps')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('device_id', 'text', (c) => c.notNull().references('kiosk_devices.id'))
    .addColumn('first_number', 'integer', (c) => c.notNull())
    .addColumn('last_number', 'integer', (c) => c.notNull())
    .addColumn('noticed_at', 'text', (c) => c.notNull())
    .addColumn('due_at', 'text', (c) => c.notNull())
    .addColumn('reported_at', 'text', (c) => c.notNull())
    .addColumn('closed_at', 'text', (c) => c.notNull())
    .addCheckConstraint('kiosk_gaps_span', sql`first_number <= last_number`)
    .execute()
  await db.schema
    .createIndex('kiosk_gaps_device')
    .on('kiosk_gaps')
    .columns(['device_id', 'closed_at'])
    .execute()
}
