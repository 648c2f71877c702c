import { dayOf } from '#app/calendar/day.ts'
import { tellStaff } from '#app/notices/tell-staff.server.ts'
import { listHeads } from '#db/queries/case-staff.ts'
import { findCase, updateCase } from '#db/queries/feedback-cases.ts'
import type { FeedbackCaseRow, Tx } from '#db/schema.ts'
import { caseCalendar } from './case-calendar.server.ts'
import { forgetContacts } from './case-contact.server.ts'
import { reopenedDeadline } from './case-deadlines.ts'
import type { FollowForm } from './case-form.ts'
import { recordStep } from './case-log.server.ts'
import type { CaseParts } from './case-parts.ts'
import { mayFollow } from './feedback-case.ts'
import { caseByCode, reopenUntil } from './followed-case.server.ts'

export type SaidResult = 'rated' | 'reopened' | 'forgotten' | 'late' | 'unknown'

/** Does what the holder of a code asks for: whoever has the code is the citizen. */
export async function citizenSays(parts: CaseParts, typed: string, said: FollowForm): Promise<SaidResult> {
  const row = await caseByCode(parts, typed)
  if (!row) return 'unknown'
  if (said.intent === 'xoa-lien-he') {
    if (row.contact !== 'kept') return 'late'
    await forgetContacts(parts, [row.id], 'asked')
    return 'forgotten'
  }
  return parts.store.write(async (tx) => {
    const now = await findCase(tx, row.id)
    if (!now) return 'unknown'
    return said.intent === 'danh-gia' ? rate(tx, parts, now, said.well) : reopen(tx, parts, now, said.reason)
  })
}

/** Whether it was handled well; a yes closes the case, a no leaves it open to be looked at again. */
async function rate(
  tx: Tx,
  { clock }: CaseParts,
  row: FeedbackCaseRow,
  well: 'yes' | 'no',
): Promise<SaidResult> {
  if (!mayFollow('rate', row.status) || row.answered_at === '') return 'late'
  await updateCase(tx, row.id, { handled_well: well })
  await recordStep(tx, clock, row.id, { kind: 'rated', note: well })
  if (well === 'yes' && row.status === 'answered') {
    await updateCase(tx, row.id, { status: 'closed', closed_at: clock.now().toISOString() })
    await recordStep(tx, clock, row.id, { kind: 'closed' })
  }
  if (well === 'no') await tellCityOffice(tx, clock, row, 'case.rated_badly')
  return 'rated'
}

/** Once, within the days set after the answer: Văn phòng decides who looks at it now, with the whole time again. */
async function reopen(
  tx: Tx,
  { clock }: CaseParts,
  row: FeedbackCaseRow,
  reason: string,
): Promise<SaidResult> {
  const { settings, calendar } = await caseCalendar(tx)
  const now = clock.now()
  const today = dayOf(now)
  if (reopenUntil(row, today, settings, calendar) === null) return 'late'
  await updateCase(tx, row.id, {
    ...{ status: 'classified', round: 2, reopened_at: now.toISOString(), closed_at: '', escalation: 0 },
    ...{ handler_id: null, handling_office_id: null },
    answer_by: reopenedDeadline(today, settings, calendar),
  })
  await recordStep(tx, clock, row.id, { kind: 'reopened', note: reason })
  await tellCityOffice(tx, clock, row, 'case.reopened')
  return 'reopened'
}

async function tellCityOffice(
  tx: Tx,
  clock: CaseParts['clock'],
  { id, round }: FeedbackCaseRow,
  event: string,
) {
  const staff = await listHeads(tx, 'city_office')
  const happening = { event, subject: { kind: 'feedback_case', id }, occasion: String(round) }
  await tellStaff(
    tx,
    clock,
    staff.map((one) => one.id),
    happening,
  )
}
