import type { Db } from '#db/schema.ts'
import type { ExportedTable } from '../../exports/exported-table.ts'
import type { Lang } from '../../i18n/languages.ts'
import type { FiguresSource } from '../figures-source.ts'
import { countedOffice, type OfficeQuestion } from './counted-office.server.ts'
import { exportedOffice } from './exported-office.server.ts'
import { exportedReleased } from './exported-released.server.ts'
import { officeView } from './office-view.server.ts'
import type { OfficeView } from './office-views.ts'
import { releasedOffice, releasedView } from './released-office.server.ts'

/**
 * One view of an office, from live counts or from what is released to it.
 * @throws NotFound for an office nobody knows, or outside one's own part
 */
export async function shownOffice(
  db: Db,
  figures: FiguresSource,
  question: OfficeQuestion,
  view: OfficeView,
) {
  if (figures.kind === 'live') {
    return { kind: figures.kind, ...(await officeView(db, figures, question, view)) }
  }
  const office = await releasedOffice(db, figures, question)
  const { head, releasedThrough } = office
  return { kind: figures.kind, head, releasedThrough, shown: await releasedView(db, office, view) }
}

interface Asked {
  lang: Lang
  question: OfficeQuestion
  table: string
}

/** One of its tables as a file, from the same. @throws NotFound for one that it has not */
export async function exportedFor(
  db: Db,
  figures: FiguresSource,
  { lang, question, table }: Asked,
): Promise<ExportedTable> {
  return figures.kind === 'live'
    ? exportedOffice(db, lang, await countedOffice(db, figures, question), table)
    : exportedReleased(db, lang, await releasedOffice(db, figures, question), table)
}
