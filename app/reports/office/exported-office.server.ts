import type { Db } from '#db/schema.ts'
import { isWholeMonths } from '../../calendar/period.ts'
import { NotFound } from '../../errors.ts'
import type { ExportedTable } from '../../exports/exported-table.ts'
import type { Lang } from '../../i18n/languages.ts'
import { officeAnswers, officeHours, officeProcedures } from './breakdowns.server.ts'
import { type CountedOffice, officeTrend } from './counted-office.server.ts'
import {
  exportedChannels,
  exportedCriteria,
  exportedHours,
  exportedPoints,
  exportedProcedures,
  exportedReasons,
} from './exported-breakdowns.ts'
import { exportedKinds, exportedMonths } from './exported-office.ts'
import { officeKinds } from './kind-figures.server.ts'
import type { OfficeHead } from './office-desk.ts'

type Made = (db: Db, lang: Lang, counted: CountedOffice) => Promise<ExportedTable>

const TABLES: Record<string, Made> = {
  thang: async (db, lang, counted) => exportedMonths(lang, counted.head, await officeTrend(db, counted)),
  loai: async (db, lang, counted) => exportedKinds(lang, counted.head, await officeKinds(db, counted)),
  ...byWholeMonths(officeProcedures, { 'thu-tuc': exportedProcedures, kenh: exportedChannels }),
  ...byWholeMonths(officeHours, { gio: exportedHours }),
  ...byWholeMonths(officeAnswers, {
    'ly-do': exportedReasons,
    sipas: exportedCriteria,
    nd61: exportedPoints,
  }),
}

/** Tables of one reader; what is counted by month alone has none of odd days. */
function byWholeMonths<Figures>(
  read: (db: Db, counted: CountedOffice) => Promise<Figures>,
  tables: Record<string, (lang: Lang, head: OfficeHead, figures: Figures) => ExportedTable>,
): Record<string, Made> {
  const made = Object.entries(tables).map(([name, table]): [string, Made] => [
    name,
    async (db, lang, counted) => {
      if (!isWholeMonths(counted.head.period)) throw new NotFound()
      return table(lang, counted.head, await read(db, counted))
    },
  ])
  return Object.fromEntries(made)
}

/**
 * One of an office's tables by its name in the address.
 * @throws NotFound for a name that none has, and of odd days for a table that is kept by month
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
