import type { Db } from '#db/schema.ts'
import { NotFound } from '../../errors.ts'
import type { ExportedTable } from '../../exports/exported-table.ts'
import type { Lang } from '../../i18n/languages.ts'
import { type CountedOffice, officeTrend } from './counted-office.server.ts'
import { exportedKinds, exportedMonths } from './exported-office.ts'
import { officeKinds } from './kind-figures.server.ts'

const TABLES: Record<string, (db: Db, lang: Lang, counted: CountedOffice) => Promise<ExportedTable>> = {
  thang: async (db, lang, counted) => exportedMonths(lang, counted.head, await officeTrend(db, counted)),
  loai: async (db, lang, counted) => exportedKinds(lang, counted.head, await officeKinds(db, counted)),
}

/**
 * One of an office's tables by its name in the address.
 * @throws NotFound for a name that none has
 */
export function exportedOffice(
  db: Db,
  lang: Lang,
  counted: CountedOffice,
  table: string,
): Promise<ExportedTable> {
  const made = Object.hasOwn(TABLES, table) ? TABLES[table] : undefined
  if (!made) throw new NotFound()
  return made(db, lang, counted)
}
