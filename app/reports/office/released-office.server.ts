import { sumHourDossiers, sumProcedureDossiers } from '#db/queries/breakdown-sums.ts'
import { listDeclaredChanges } from '#db/queries/declared-changes.ts'
import { listMonthlyDossiers } from '#db/queries/dossier-counts.ts'
import { listProcedures } from '#db/queries/procedures.ts'
import { listParts } from '#db/queries/released-parts.ts'
import { sumReleasedByOfficeAndMonth } from '#db/queries/released-sums.ts'
import { listSurveyVersions } from '#db/queries/survey-versions.ts'
import type { Db, ReleasedPartRow } from '#db/schema.ts'
import { FIRST_DAY, lastDayOf, type Month, monthOf } from '../../calendar/day.ts'
import { NotFound } from '../../errors.ts'
import { answerOf } from '../../responses/released-parts.ts'
import { countsInHeadline } from '../../statistics/index-definition.ts'
import { levelCountsOf, totalOf } from '../../statistics/level-counts.ts'
import { readVersion } from '../../surveys/survey.ts'
import type { ReleasedFigures } from '../figures-source.ts'
import type { KnownCity } from '../known-city.server.ts'
import { placedOffices } from '../office-tree.ts'
import { countedRelease } from '../released-overview.server.ts'
import { criterionFigures, reasonFigures } from './answers.ts'
import { notThere, type OfficeQuestion, trendOf } from './counted-office.server.ts'
import { hourFigures } from './hours.ts'
import type { OfficeHead, OfficeTrend } from './office-desk.ts'
import type { OfficeView } from './office-views.ts'
import { releasedDivisions } from './released-divisions.ts'
import type { ReleasedView } from './released-view.ts'

/** One office of a measured office's own part, from released counts alone. */
export interface ReleasedOffice {
  known: KnownCity
  head: OfficeHead
  /** The last day whose ratings may have been released; '' before the first release. */
  releasedThrough: string
  /** The own part of the tree, the viewer's office at its top. */
  places: ReturnType<typeof placedOffices>
}

/**
 * An office of one's own part of the tree as its first page shows it.
 * @throws NotFound for an office outside it
 */
export async function releasedOffice(
  db: Db,
  figures: ReleasedFigures,
  { officeId, period, today }: OfficeQuestion,
): Promise<ReleasedOffice> {
  const { known, rows, overview } = await countedRelease(db, figures, { period, today })
  if (!rows.some(({ id }) => id === officeId)) throw new NotFound()
  const { definition, isUnfinished, offices, releasedThrough } = overview
  const alone = () =>
    notThere(
      placedOffices(rows, ({ id }) => id === officeId),
      officeId,
      definition,
    )
  const { office, ...line } = offices.find((each) => each.office.id === officeId) ?? alone()
  const { returned, onTime, onTimeMet, rated, ratings, verified } = line
  return {
    known,
    head: {
      ...{ office, period, definition, isUnfinished },
      figures: { returned, onTime, onTimeMet, rated, ratings, verified },
    },
    releasedThrough,
    places: offices.map((each) => each.office),
  }
}

/** One view of such an office; months, procedures, half-days and answers of batches alone. */
export async function releasedView(db: Db, office: ReleasedOffice, view: OfficeView): Promise<ReleasedView> {
  const { head } = office
  if (view === '') return { view, trend: await releasedTrend(db, office) }
  if (head.period.kind !== 'month') return { view, figures: null, isTold: false }
  const month = monthOf(head.period.from)
  const parts = await listParts(db, head.office.id, month)
  if (parts.length === 0) return { view, figures: null, isTold: false }
  const isTold = true
  switch (view) {
    case 'thu-tuc':
      return { view, isTold, figures: await divisions(db, head, month, parts) }
    case 'gio':
      return { view, isTold, figures: await halfDays(db, head, month, parts) }
    case 'phieu':
      return { view, isTold, figures: await answers(db, head, month, parts) }
  }
}

/** Months as released, up to the period's last, in three statements. */
export async function releasedTrend(
  db: Db,
  { known, head: { office, period, definition }, places }: ReleasedOffice,
): Promise<OfficeTrend> {
  const offices = places.map(({ id }) => id)
  const until = monthOf(period.to)
  const [rows, dossiers, changes] = await Promise.all([
    sumReleasedByOfficeAndMonth(db, { offices, to: lastDayOf(until) }),
    listMonthlyDossiers(db, { from: monthOf(FIRST_DAY), to: until }),
    listDeclaredChanges(db, office.id),
  ])
  const own = new Set(offices)
  return trendOf(
    { known, office, period, definition, places },
    {
      changes,
      levels: rows.filter((row) =>
        countsInHeadline(known.definitionOn(lastDayOf(row.month)), row.trust, row.stage),
      ),
      dossiers: dossiers.filter(({ office_id }) => own.has(office_id)),
    },
  )
}

type Parts = readonly ReleasedPartRow[]

async function divisions(db: Db, { office, definition }: OfficeHead, month: Month, parts: Parts) {
  const [dossiers, known] = await Promise.all([
    sumProcedureDossiers(db, { offices: [office.id], from: month, to: month }),
    listProcedures(db),
  ])
  return releasedDivisions({ parts, dossiers, known }, definition)
}

async function halfDays(db: Db, { office, definition }: OfficeHead, month: Month, parts: Parts) {
  const dossiers = await sumHourDossiers(db, { offices: [office.id], from: month, to: month })
  const levels = parts
    .filter(({ kind }) => kind === 'half_day')
    .map((row) => {
      const [weekday = 0, hour = 0] = row.part.split(' ').map(Number)
      return { ...row, weekday, hour }
    })
  return hourFigures(levels, dossiers, definition, { isHidden: false, halfDays: true })
}

async function answers(db: Db, { definition }: OfficeHead, month: Month, parts: Parts) {
  const versions = (await listSurveyVersions(db))
    .filter(({ status }) => status === 'published')
    .map(readVersion)
  const sums = parts
    .filter(({ kind, stage }) => kind === 'answer' && stage !== 'filing')
    .map((row) => ({ month, ...answerOf(row.part), n: totalOf(levelCountsOf(row)) }))
  return {
    reasons: reasonFigures(sums, versions, definition.minimumN),
    criteria: criterionFigures(sums, versions, definition),
    nd61: null,
  }
}
