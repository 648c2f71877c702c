import type { Db } from '#db/schema.ts'
import { NotFound } from '../../errors.ts'
import type { ExportedTable } from '../../exports/exported-table.ts'
import type { Lang } from '../../i18n/languages.ts'
import { exportedCriteria, exportedHours, exportedReasons } from './exported-breakdowns.ts'
import { exportedDivision } from './exported-divisions.ts'
import { exportedMonths } from './exported-office.ts'
import { type ReleasedOffice, releasedView } from './released-office.server.ts'

/**
 * One of the tables that an office's own people have, by its name in the address.
 * @throws NotFound for another name, and for what is not told of the period
 */
export async function exportedReleased(
  db: Db,
  lang: Lang,
  office: ReleasedOffice,
  table: string,
): Promise<ExportedTable> {
  const { head } = office
  switch (table) {
    case 'thang': {
      const shown = await releasedView(db, office, '')
      if (shown.view === '') return exportedMonths(lang, head, shown.trend)
      break
    }
    case 'thu-tuc':
    case 'kenh':
    case 'nguoi': {
      const shown = await releasedView(db, office, 'thu-tuc')
      if (shown.view === 'thu-tuc' && shown.figures) return exportedDivision(lang, head, shown.figures, table)
      break
    }
    case 'gio': {
      const shown = await releasedView(db, office, 'gio')
      if (shown.view === 'gio' && shown.figures) return exportedHours(lang, head, shown.figures)
      break
    }
    case 'ly-do':
    case 'sipas': {
      const shown = await releasedView(db, office, 'phieu')
      if (shown.view !== 'phieu' || !shown.figures) break
      return (table === 'sipas' ? exportedCriteria : exportedReasons)(lang, head, shown.figures)
    }
  }
  throw new NotFound()
}
