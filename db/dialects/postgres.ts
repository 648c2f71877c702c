import { sql } from 'kysely'
import type { DialectDifferences } from './dialect.ts'

export const postgresDifferences: DialectDifferences = {
  name: 'postgres',
  storedByKey: sql``,
  async refuseChanges(db, table) {
    const refuse = sql.raw(`refuse_change_of_${table}`)
    await sql`
      create function ${refuse}() returns trigger language plpgsql as
      $$ begin raise exception '% is append-only', tg_table_name; end $$
    `.execute(db)
    await sql`
      create trigger ${sql.raw(`${table}_refuse_change`)} before update or delete on ${sql.table(table)}
      for each row execute function ${refuse}()
    `.execute(db)
  },
}
