import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { dayOf, isDay } from '#app/calendar/day.ts'
import { NotFound } from '#app/errors.ts'
import { findOffice } from '#db/queries/offices.ts'
import { listUsesOfOffice, listVersionsOf, replaceUses } from '#db/queries/survey-versions.ts'
import type { SurveyUseRow } from '#db/schema.ts'
import { type Editing, requireEditor } from './edit-draft.server.ts'
import { ALL_OFFICES, type UseSpan, usesAfter } from './survey-use.ts'

export interface SurveyChoice {
  office: string
  /** '' follows what all offices do; for all offices, the short survey. */
  survey: string
  from: string
}

/**
 * Says which survey an office, or all of them, asks from a later day on. @throws NotFound for an unknown office or
 * survey
 */
export function chooseSurvey(
  { store, clock }: Editing,
  viewer: Viewer,
  { office, survey, from }: SurveyChoice,
): Promise<'chosen' | 'not_a_day' | 'too_early'> {
  requireEditor(viewer)
  return store.write(async (tx) => {
    if (office !== ALL_OFFICES && !(await findOffice(tx, office))) throw new NotFound()
    if (survey !== '' && (await listVersionsOf(tx, survey)).length === 0) throw new NotFound()
    if (!isDay(from)) return 'not_a_day'
    if (from <= dayOf(clock.now())) return 'too_early'
    const before = (await listUsesOfOffice(tx, office)).map(spanOf)
    const after = usesAfter(before, survey, from)
    await replaceUses(
      tx,
      office,
      after.map((use) => rowOf(office, use)),
    )
    await recordAudit(tx, clock, viewer, {
      action: 'survey.choose',
      subject: { kind: 'survey_use', id: office || '*' },
      before: { uses: before },
      after: { uses: after },
    })
    return 'chosen'
  })
}

const spanOf = ({ survey, valid_from, valid_to }: SurveyUseRow): UseSpan => ({
  survey,
  from: valid_from,
  to: valid_to,
})

const rowOf = (office_id: string, { survey, from, to }: UseSpan): SurveyUseRow => ({
  id: uuidv7(),
  office_id,
  survey,
  valid_from: from,
  valid_to: to,
})
