import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { type Day, dayOf, isDay } from '#app/calendar/day.ts'
import { Conflict, NotFound } from '#app/errors.ts'
import { findSurveyVersion, listVersionsOf, updateVersionSpan } from '#db/queries/survey-versions.ts'
import type { Db, SurveyVersionRow, Tx } from '#db/schema.ts'
import { type ContentProblem, contentProblems } from './content-texts.ts'
import type { DraftForm } from './draft-form.ts'
import {
  type Editing,
  findDraft,
  keep,
  requireEditor,
  type StaleDraft,
  staleness,
} from './edit-draft.server.ts'
import { publishedFrom, type SpanRefusal, type VersionSpan, withdrawn } from './version-spans.ts'

export type PublishResult =
  | { kind: 'published' }
  | { kind: 'refused'; day: SpanRefusal | 'not_a_day' | null; problems: ContentProblem[] }
  | StaleDraft

/** Beyond it a typing error is likelier than a plan. */
const LATEST_DAY = '2199-12-31'

/**
 * Saves the draft as typed and, where nothing is missing, publishes it from a later day on; the version before it
 * ends the day before. What was typed is saved even when it cannot be published yet.
 * @throws NotFound, or Conflict for a version that is no draft
 */
export function publishSurvey(
  { store, clock }: Editing,
  viewer: Viewer,
  id: string,
  form: DraftForm,
  from: string,
): Promise<PublishResult> {
  requireEditor(viewer)
  return store.write(async (tx) => {
    const draft = await findDraft(tx, id)
    const stale = staleness(draft, form)
    if (stale) return stale
    const { content } = await keep(tx, clock, viewer, draft, { ...form, arrangement: null })
    const problems = contentProblems(content)
    const spans = isUsableDay(from)
      ? publishedFrom(await publishedSpans(tx, draft.survey), id, from, dayOf(clock.now()))
      : 'not_a_day'
    if (typeof spans === 'string') return { kind: 'refused', day: spans, problems }
    if (problems.length > 0) return { kind: 'refused', day: null, problems }
    await writeSpans(tx, spans)
    await recordAudit(tx, clock, viewer, {
      action: 'survey.publish',
      subject: { kind: 'survey_version', id },
      after: { valid: spans },
    })
    return { kind: 'published' }
  })
}

const isUsableDay = (day: Day) => isDay(day) && day <= LATEST_DAY

/**
 * Takes back a version whose first day has not come: it is a draft again, and the one before it goes on.
 * @throws NotFound, or Conflict once it has come, or while the survey has another draft
 */
export function withdrawSurvey({ store, clock }: Editing, viewer: Viewer, id: string): Promise<void> {
  requireEditor(viewer)
  return store.write(async (tx) => {
    const row = await findSurveyVersion(tx, id)
    if (!row) throw new NotFound()
    const versions = await listVersionsOf(tx, row.survey)
    const spans = withdrawn(versions.filter(isPublished).map(spanOf), id, dayOf(clock.now()))
    if (!spans || versions.some(({ status }) => status === 'draft')) throw new Conflict()
    await writeSpans(tx, spans)
    await updateVersionSpan(tx, id, { status: 'draft', valid_from: '', valid_to: '' })
    await recordAudit(tx, clock, viewer, {
      action: 'survey.withdraw',
      subject: { kind: 'survey_version', id },
      before: { valid: [spanOf(row)] },
      after: { valid: spans },
    })
  })
}

const isPublished = ({ status }: SurveyVersionRow) => status === 'published'
const spanOf = ({ id, valid_from, valid_to }: SurveyVersionRow): VersionSpan => ({
  id,
  from: valid_from,
  to: valid_to,
})

async function publishedSpans(db: Db, survey: string): Promise<VersionSpan[]> {
  return (await listVersionsOf(db, survey)).filter(isPublished).map(spanOf)
}

async function writeSpans(tx: Tx, spans: VersionSpan[]): Promise<void> {
  for (const { id, from, to } of spans) {
    await updateVersionSpan(tx, id, { status: 'published', valid_from: from, valid_to: to })
  }
}
