import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { monthOf } from '#app/calendar/day.ts'
import { containing, type Period } from '#app/calendar/period.ts'
import { Forbidden, NotFound } from '#app/errors.ts'
import { treeOf } from '#app/offices/office-list.ts'
import { listAnswerCounts } from '#db/queries/answer-counts.ts'
import { listIndicatorScores, writeIndicatorScore } from '#db/queries/indicator-scores.ts'
import { findOffice, listOffices } from '#db/queries/offices.ts'
import type { Db, OfficeRow } from '#db/schema.ts'
import type { Editing } from './edit-draft.server.ts'
import type { IndicatorForm } from './indicator-form.ts'
import { isScored, type Nd61, nd61Figures } from './nd61-figures.ts'
import { INDICATOR_IDENTITIES } from './nd61-score.ts'

/** An office's means by indicator and, once 5, 8 and 9 have been entered, their sum and band. */
export async function nd61Of(db: Db, officeId: string, period: Period): Promise<Nd61> {
  const counts = await countsOfYear(db, period, officeId)
  return nd61Figures(period, counts, await listIndicatorScores(db, period, officeId))
}

/** The same of every office that was there in the period, in the order of the tree; `known` spares a statement. */
export async function nd61OfOffices(
  db: Db,
  period: Period,
  known?: readonly OfficeRow[],
): Promise<{ id: string; name: string; figures: Nd61 }[]> {
  const [offices, counts, scores] = [
    known ?? (await listOffices(db)),
    Map.groupBy(await countsOfYear(db, period), ({ office_id }) => office_id),
    Map.groupBy(await listIndicatorScores(db, period), ({ office_id }) => office_id),
  ]
  const there = offices.filter(
    ({ valid_from, valid_to }) => valid_from <= period.to && valid_to >= period.from,
  )
  return treeOf(there).map(({ id, name }) => ({
    id,
    name,
    figures: nd61Figures(period, counts.get(id) ?? [], scores.get(id) ?? []),
  }))
}

function countsOfYear(db: Db, { from }: Period, office?: string) {
  const year = containing('year', from)
  return listAnswerCounts(db, {
    prefix: INDICATOR_IDENTITIES,
    from: monthOf(year.from),
    to: monthOf(year.to),
    office,
  })
}

/**
 * Enters what Phòng Nội vụ gives an office for an indicator that no citizen answers, with a note of why.
 * @throws Forbidden for every other role and before the second factor is set, NotFound for an unknown office or a period that is not scored
 */
export function enterIndicators(
  { store, clock }: Editing,
  viewer: Viewer,
  { office, period, scores }: IndicatorForm,
): Promise<void> {
  if (viewer.role !== 'home_affairs' || !viewer.mayChange) throw new Forbidden()
  return store.write(async (tx) => {
    if (!isScored(period) || !(await findOffice(tx, office))) throw new NotFound()
    const before = await listIndicatorScores(tx, period, office)
    const changed = scores.filter(({ indicator, points, note }) => {
      const earlier = before.find((row) => row.indicator === indicator)
      return earlier?.points !== points || earlier.note !== note
    })
    for (const { indicator, points, note } of changed) {
      await writeIndicatorScore(tx, {
        ...{ office_id: office, period_from: period.from, period_to: period.to, indicator, points, note },
        entered_at: clock.now().toISOString(),
        staff_id: viewer.staffId,
      })
    }
    if (changed.length === 0) return
    await recordAudit(tx, clock, viewer, {
      action: 'indicator.enter',
      subject: { kind: 'indicator_scores', id: `${office} ${period.from} ${period.to}` },
      before: { scores: before.map(({ indicator, points, note }) => ({ indicator, points, note })) },
      after: { scores: changed },
    })
  })
}
