import { randomUUID } from 'node:crypto'
import type { Viewer } from '#app/auth/viewer.ts'
import { readRatingCode } from '#app/invitations/rating-code.ts'
import { amendResponse } from '#app/responses/amend-response.server.ts'
import { submitResponse } from '#app/responses/submit-response.server.ts'
import { readContent, type SurveyContent } from '#app/surveys/survey.ts'
import { findSurveyVersion } from '#db/queries/survey-versions.ts'
import type { AuditRow, Role } from '#db/schema.ts'
import { SECRET, type SmallCity, STANDING_CODES } from '#tests/world/small-city.ts'

/** Somebody of that role who is in the store, so that scores and audit lines may name them. */
export async function aViewer(city: SmallCity, role: Role): Promise<Viewer> {
  const email = `${role}@example.vn`
  await city.store.write((tx) =>
    tx
      .insertInto('staff')
      .values({
        ...{ id: role, email, name: role, role, office_id: null, password_hash: '' },
        ...{ status: 'active', created_at: '2026-01-01T00:00:00.000Z' },
      })
      .execute(),
  )
  return { staffId: role, name: role, email, role, officeId: null, mayChange: true }
}

/** Rates at a standing code and answers questions on the receipt; gives the receipt back. */
export async function anAnswer(
  city: SmallCity,
  answers: Record<string, string[]>,
  place: keyof typeof STANDING_CODES = 'wardA',
): Promise<string> {
  const code = readRatingCode(STANDING_CODES[place])
  if (!code) throw new Error('no code')
  const parts = { store: city.store, secret: SECRET, clock: city.clock }
  const sent = await submitResponse(parts, { code, level: 4, submission: randomUUID(), lang: 'vi' })
  if (sent.kind === 'unusable') throw new Error('unusable')
  if (Object.keys(answers).length > 0) await amendResponse(parts, sent.receipt, { answers })
  return sent.receipt
}

export async function contentOf(city: SmallCity, id: string): Promise<SurveyContent> {
  const row = await findSurveyVersion(city.store.read, id)
  if (!row) throw new Error(`no ${id}`)
  return readContent(row)
}

/** The audit trail's lines about surveys, as `action subject`. */
export async function auditOf(city: SmallCity): Promise<AuditRow[]> {
  return city.store.read.selectFrom('audit_trail').selectAll().orderBy('sequence').execute()
}

export const asksFrom = (city: SmallCity, survey: string, from: string, office = '') =>
  city.store.write((tx) =>
    tx
      .insertInto('survey_uses')
      .values({ id: randomUUID(), office_id: office, survey, valid_from: from, valid_to: '9999-12-31' })
      .execute(),
  )
