import { randomBytes } from 'node:crypto'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import type { Clock } from '#app/calendar/clock.ts'
import { Conflict, Forbidden, NotFound } from '#app/errors.ts'
import type { Store } from '#db/connection.ts'
import {
  deleteDraft,
  findSurveyVersion,
  insertSurveyVersion,
  listVersionsOf,
  updateDraft,
} from '#db/queries/survey-versions.ts'
import type { SurveyVersionRow, Tx } from '#db/schema.ts'
import { arranged } from './arrangement.ts'
import { contentChanges, strayTexts, withTyped } from './content-texts.ts'
import type { DraftForm } from './draft-form.ts'
import { readContent, type SurveyContent } from './survey.ts'

export interface Editing {
  store: Pick<Store, 'write'>
  clock: Clock
}

/** @throws Forbidden for whoever does not edit surveys, or has not set the second factor yet */
export function requireEditor({ role, mayChange }: Viewer): void {
  if ((role !== 'administrator' && role !== 'city_office') || !mayChange) throw new Forbidden()
}

/**
 * Makes the next version of a survey as a draft, saying what another version says; answers its id.
 * @throws NotFound, or Conflict where the survey has a draft already
 */
export function makeDraft({ store, clock }: Editing, viewer: Viewer, fromId: string): Promise<string> {
  requireEditor(viewer)
  return store.write(async (tx) => {
    const source = await findSurveyVersion(tx, fromId)
    if (!source) throw new NotFound()
    const versions = await listVersionsOf(tx, source.survey)
    if (versions.some(({ status }) => status === 'draft')) throw new Conflict()
    const version = Math.max(...versions.map((row) => row.version)) + 1
    const id = `${source.survey}-${version}`
    await insertSurveyVersion(tx, {
      ...{ id, survey: source.survey, version, valid_from: '', valid_to: '' },
      content: JSON.stringify(readContent(source)),
      ...{ status: 'draft', revision: 0 },
    })
    await recordAudit(tx, clock, viewer, {
      action: 'survey.draft',
      subject: { kind: 'survey_version', id },
      after: { from: fromId },
    })
    return id
  })
}

export interface StaleDraft {
  kind: 'stale'
  /** As it is now, with what was typed in its fields. */
  content: SurveyContent
  revision: number
  /** Typed for questions or options that somebody else has removed. */
  strays: string[]
}

export type SaveResult = { kind: 'saved'; at: string } | StaleDraft

/**
 * Saves what was typed and the one step of arrangement that was asked for. Typed over an older revision nothing is
 * stored: all of it comes back, to be saved knowingly over what somebody else has stored meanwhile.
 * @throws NotFound, or Conflict for a version that is no draft any more
 */
export function saveDraft(
  { store, clock }: Editing,
  viewer: Viewer,
  id: string,
  form: DraftForm,
): Promise<SaveResult> {
  requireEditor(viewer)
  return store.write(async (tx) => {
    const draft = await findDraft(tx, id)
    return staleness(draft, form) ?? { kind: 'saved', at: (await keep(tx, clock, viewer, draft, form)).at }
  })
}

/** @throws NotFound, or Conflict for a version that is no draft: what is or was in use never changes */
export async function findDraft(tx: Tx, id: string): Promise<SurveyVersionRow> {
  const row = await findSurveyVersion(tx, id)
  if (!row) throw new NotFound()
  if (row.status !== 'draft') throw new Conflict()
  return row
}

export function staleness(draft: SurveyVersionRow, { revision, typed }: DraftForm): StaleDraft | null {
  if (revision === draft.revision) return null
  const content = readContent(draft)
  return {
    kind: 'stale',
    content: withTyped(content, typed),
    revision: draft.revision,
    strays: strayTexts(content, typed),
  }
}

/** Stores the draft as typed and arranged, with a line of what changed; nothing when nothing did. */
export async function keep(
  tx: Tx,
  clock: Clock,
  viewer: Viewer,
  draft: SurveyVersionRow,
  { typed, arrangement }: DraftForm,
): Promise<{ content: SurveyContent; at: string }> {
  const before = readContent(draft)
  const written = withTyped(before, typed)
  const { content, at } = arrangement
    ? arranged(written, arrangement, { survey: draft.survey, freshId })
    : { content: written, at: '' }
  if (JSON.stringify(content) === JSON.stringify(before)) return { content, at }
  await updateDraft(tx, draft.id, JSON.stringify(content), draft.revision + 1)
  await recordAudit(tx, clock, viewer, {
    action: 'survey.save',
    subject: { kind: 'survey_version', id: draft.id },
    ...contentChanges(before, content),
  })
  return { content, at }
}

const freshId = () => `q${randomBytes(4).toString('hex')}`

/** Throws a draft away, its words kept in the audit trail. @throws NotFound, or Conflict for what is no draft */
export function discardDraft({ store, clock }: Editing, viewer: Viewer, id: string): Promise<void> {
  requireEditor(viewer)
  return store.write(async (tx) => {
    const draft = await findDraft(tx, id)
    await deleteDraft(tx, id)
    await recordAudit(tx, clock, viewer, {
      action: 'survey.discard',
      subject: { kind: 'survey_version', id },
      before: readContent(draft),
    })
  })
}
