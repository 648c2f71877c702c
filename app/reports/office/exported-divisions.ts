import type { ExportedColumn, ExportedTable } from '../../exports/exported-table.ts'
import type { Lang } from '../../i18n/languages.ts'
import { textsIn } from '../../i18n/texts.ts'
import { dossierColumns } from './exported-breakdowns.ts'
import { fileOf } from './exported-office.ts'
import type { OfficeHead } from './office-desk.ts'
import type { ReleasedDivisions } from './released-divisions.ts'

type Division = 'thu-tuc' | 'kenh' | 'nguoi'

/** A month's released ratings by procedure, channel or respondent; shares are of ratings bound to a dossier. */
export function exportedDivision(
  lang: Lang,
  head: OfficeHead,
  figures: ReleasedDivisions,
  division: Division,
): ExportedTable {
  const t = textsIn[lang]
  const ratings: ExportedColumn = { name: 'ratings', title: t('staff:offices.ratings'), kind: 'count' }
  const file = fileOf(head, division)
  if (division === 'nguoi') {
    const words = Object.fromEntries(figures.respondents.map(({ id }) => [id, t(`desk:kinds.value.${id}`)]))
    const title = t('released:byRespondent')
    return {
      ...{ file, sheet: title },
      columns: [{ name: 'respondent', title, kind: 'text', words }, ratings],
      rows: figures.respondents.map(({ id, n }) => [id, n]),
    }
  }
  if (division === 'kenh') {
    const words = Object.fromEntries(
      figures.channels.map(({ id }) => [id, t(`desk:procedures.channel.${id}`)]),
    )
    const title = t('released:byChannel')
    return {
      ...{ file, sheet: title },
      columns: [{ name: 'channel', title, kind: 'text', words }, ...dossierColumns(lang), ratings],
      rows: figures.channels.map(({ id, returned, onTime, n }) => [id, returned, onTime, n]),
    }
  }
  return {
    ...{ file, sheet: t('released:byProcedure') },
    columns: [
      { name: 'code', title: t('desk:procedures.code'), kind: 'text' },
      { name: 'name', title: t('released:byProcedure'), kind: 'text' },
      ...dossierColumns(lang),
      ratings,
      { name: 'verified_share', title: t('released:verifiedShare'), kind: 'share' },
    ],
    rows: figures.procedures.map(({ code, name, returned, onTime, n, share }) => [
      ...[code, name || t('desk:procedures.unknown'), returned, onTime, n],
      share.state === 'shown' ? share.share : null,
    ]),
  }
}
