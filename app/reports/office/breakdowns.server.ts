import { sumAnswersByMonth } from '#db/queries/answer-counts.ts'
import {
  sumHourDossiers,
  sumHourLevels,
  sumProcedureDossiers,
  sumProcedureLevels,
} from '#db/queries/breakdown-sums.ts'
import { listIndicatorScores } from '#db/queries/indicator-scores.ts'
import { listProcedures } from '#db/queries/procedures.ts'
import { listSurveyVersions } from '#db/queries/survey-versions.ts'
import type { Db } from '#db/schema.ts'
import { type Month, monthOf } from '../../calendar/day.ts'
import { containing, type Period } from '../../calendar/period.ts'
import { isScored, nd61Figures } from '../../surveys/nd61-figures.ts'
import { readVersion } from '../../surveys/survey.ts'
import { type AnswerFigures, criterionFigures, reasonFigures } from './answers.ts'
import type { CountedOffice } from './counted-office.server.ts'
import { type HourFigures, hourFigures } from './hours.ts'
import { type ProcedureFigures, procedureFigures } from './procedures.ts'

const monthsIn = ({ from, to }: Period): { from: Month; to: Month } => ({
  from: monthOf(from),
  to: monthOf(to),
})
const isHidden = ({ head }: CountedOffice) => head.figures.ratings.state === 'hidden'

/** An office's ratings and dossiers of whole months by field, procedure and channel, in three statements. */
export async function officeProcedures(db: Db, counted: CountedOffice): Promise<ProcedureFigures> {
  const wanted = { offices: counted.within, ...monthsIn(counted.head.period) }
  const [levels, dossiers, known] = await Promise.all([
    sumProcedureLevels(db, wanted),
    sumProcedureDossiers(db, wanted),
    listProcedures(db),
  ])
  return procedureFigures({ levels, dossiers, known }, counted.head.definition, isHidden(counted))
}

/** The same by hour of the week, in two. */
export async function officeHours(db: Db, counted: CountedOffice): Promise<HourFigures> {
  const wanted = { offices: counted.within, ...monthsIn(counted.head.period) }
  const [levels, dossiers] = await Promise.all([sumHourLevels(db, wanted), sumHourDossiers(db, wanted)])
  return hourFigures(levels, dossiers, counted.head.definition, { isHidden: isHidden(counted) })
}

/** What was answered to the questions after the rating, in three. */
export async function officeAnswers(db: Db, { head, within }: CountedOffice): Promise<AnswerFigures> {
  const { office, period, definition } = head
  // What is hidden of an indicator depends on the periods beside the one asked for.
  const year = containing('year', period.from)
  const range = isScored(period) ? monthsIn(year) : monthsIn(period)
  const [sums, scores, rows] = await Promise.all([
    sumAnswersByMonth(db, { offices: within, ...range }),
    listIndicatorScores(db, period, office.id),
    listSurveyVersions(db),
  ])
  const { from, to } = monthsIn(period)
  const inPeriod = sums.filter(({ month }) => from <= month && month <= to)
  const versions = rows.filter(({ status }) => status === 'published').map(readVersion)
  return {
    reasons: reasonFigures(inPeriod, versions, definition.minimumN),
    criteria: criterionFigures(inPeriod, versions, definition),
    nd61: isScored(period) ? nd61Figures(period, sums, scores) : null,
  }
}
