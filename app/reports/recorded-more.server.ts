import { listPetitionsOfDays } from '#db/queries/period-figures.ts'
import { sumReceivedWithout } from '#db/queries/received-dossiers.ts'
import type { Db, OfficeRow, SurveyVersionRow } from '#db/schema.ts'
import { type Day, monthOf } from '../calendar/day.ts'
import { nd61OfOffices } from '../surveys/nd61.server.ts'
import { isScored } from '../surveys/nd61-figures.ts'
import { readVersion } from '../surveys/survey.ts'
import { latestQuestions } from './office/answers.ts'
import { outsideOf } from './office-overview.server.ts'
import { type ClosablePeriod, calendarPeriod } from './period-close.ts'
import type { PeriodRecord, RecordedMore } from './period-record.ts'

interface Known {
  today: Day
  offices: OfficeRow[]
  surveys: SurveyVersionRow[]
  answers: PeriodRecord['answers']
}

/** What a record keeps besides ratings and dossiers, as of `today`; four statements. */
export async function recordedMore(
  db: Db,
  period: ClosablePeriod,
  { today, offices, surveys, answers }: Known,
): Promise<RecordedMore> {
  const [from, to] = [monthOf(period.from), monthOf(period.to)]
  const [petitions, dossiers, nd61] = await Promise.all([
    listPetitionsOfDays(db, { from: period.from, to: period.to, today }),
    sumReceivedWithout(db, { from, to, today, without: outsideOf(offices) }),
    nd61Of(db, period, offices),
  ])
  const answered = new Set(answers.map(([, identity]) => identity))
  return {
    petitions: petitions.map(
      (row) =>
        [row.office_id, row.category, row.received, row.answered, row.on_time, row.unsatisfied] as const,
    ),
    received_dossiers: [dossiers.received, dossiers.overdue],
    questions: latestQuestions(surveys.map(readVersion))
      .filter(({ identity }) => answered.has(identity))
      .map(({ identity, kind, factor, text, options }) => ({ identity, kind, factor, text, options })),
    ...nd61,
  }
}

/** Nothing of six months and of a filing: those are not scored. */
async function nd61Of(
  db: Db,
  period: ClosablePeriod,
  offices: OfficeRow[],
): Promise<Pick<RecordedMore, 'nd61_points' | 'nd61_hidden'>> {
  const asked = calendarPeriod(period)
  const scored = isScored(asked) ? await nd61OfOffices(db, asked, offices) : []
  return {
    nd61_points: scored.flatMap(({ id, figures }) =>
      figures.entered.map(({ indicator, points }) => [id, indicator, points] as const),
    ),
    nd61_hidden: scored.flatMap(({ id, figures }) =>
      figures.citizens.filter(({ hidden }) => hidden).map(({ indicator }) => [id, indicator] as const),
    ),
  }
}
