import { listMonthlyDossiers } from '#db/queries/dossier-counts.ts'
import { listPeriodCloses } from '#db/queries/period-closes.ts'
import { listShownAnswers } from '#db/queries/published-answers.ts'
import {
  type OfficeMonthPetitions,
  sumLevelsByOfficeMonthAndKind,
  sumPetitionsByOfficeAndMonth,
} from '#db/queries/published-counts.ts'
import type { Db } from '#db/schema.ts'
import { type Day, firstDayOf, lastDayOf, type Month } from '../calendar/day.ts'
import { containing } from '../calendar/period.ts'
import { knownCity } from '../reports/known-city.server.ts'
import { overviewOf } from '../reports/office-overview.server.ts'
import { recordOf } from '../reports/period-closes.server.ts'
import { noLineage } from '../reports/period-lines.ts'
import type { PeriodRecord } from '../reports/period-record.ts'
import { recordedOverview } from '../reports/recorded-overview.server.ts'
import { ANSWERS_OF_AN_OFFICE, inPublic, PUBLIC_MINIMUM, type Publication } from './publication.ts'
import { type CountedMonth, publishedMonth } from './published-month.ts'
import { settledMonths } from './settled-months.ts'

/**
 * What the public may see on a day: twelve settled months from counts alone, a closed one from its frozen record.
 * @throws when a record is not what its SHA-256 says
 */
export async function publicationOf(db: Db, today: Day): Promise<Publication> {
  const months = settledMonths(today)
  const [first = '', last = ''] = [months[0], months.at(-1)]
  const span = { from: first, to: last }
  const [known, levels, dossiers, petitions, records, answers] = await Promise.all([
    knownCity(db),
    sumLevelsByOfficeMonthAndKind(db, span),
    listMonthlyDossiers(db, span),
    sumPetitionsByOfficeAndMonth(db, { from: firstDayOf(first), to: lastDayOf(last), today }),
    recordsOf(db, months),
    listShownAnswers(db, ANSWERS_OF_AN_OFFICE),
  ])
  const live = (month: Month): Omit<CountedMonth, 'petitions'> => {
    const period = containing('month', firstDayOf(month))
    const ofMonth = dossiers.filter((row) => row.month === month)
    const overview = overviewOf({
      ...{ period, today, byLineage: false, lineage: noLineage, targets: [], months: [] },
      definition: inPublic(known.definitionOn(period.to)),
      rows: known.officesOn(period.to),
      levels: levels.filter((row) => row.month === month),
      dossiers: ofMonth,
    })
    return { overview, dossiers: ofMonth, sha256: '' }
  }
  return {
    answers: answers.map(({ office_id: officeId, ...said }) => ({ officeId, ...said })),
    minimumN: Math.max(...months.map((month) => inPublic(known.definitionOn(lastDayOf(month))).minimumN)),
    months: months.map((month) => {
      const closed = records.get(month)
      const told = petitions.filter((row: OfficeMonthPetitions) => row.month === month)
      return publishedMonth(
        closed ? { petitions: told, ...frozen(closed) } : { petitions: told, ...live(month) },
      )
    }),
  }
}

interface Closed {
  record: PeriodRecord
  sha256: string
}

/** The frozen records of the months that stand closed. */
async function recordsOf(db: Db, months: readonly Month[]): Promise<Map<Month, Closed>> {
  const standing = (await listPeriodCloses(db)).filter(
    ({ kind, status, period_from }) =>
      kind === 'month' &&
      (status === 'closed' || status === 'reopening') &&
      months.includes(period_from.slice(0, 7)),
  )
  const found = standing.map(async (close) => {
    const record = await recordOf(db, close)
    return [close.period_from.slice(0, 7), { record, sha256: close.sha256 }] as const
  })
  return new Map(await Promise.all(found))
}

/** A record's month with the public minimum in place of the city's own; an older record has no complaints. */
function frozen({ record, sha256 }: Closed): Omit<CountedMonth, 'petitions'> & Partial<CountedMonth> {
  const index_definitions = record.index_definitions.map((definition) => ({
    ...definition,
    minimum_n: Math.max(PUBLIC_MINIMUM, definition.minimum_n),
  }))
  const dossiers = record.dossiers.map(([office_id, returned, , , rated]) => ({ office_id, returned, rated }))
  const overview = recordedOverview({ ...record, index_definitions })
  if (!record.more) return { overview, dossiers, sha256 }
  const petitions = record.more.petitions.map(([office_id, , received, answered, on_time]) => ({
    ...{ office_id, received, answered, on_time },
  }))
  return { overview, dossiers, petitions, sha256 }
}
