import type { Viewer } from '#app/auth/viewer.ts'
import { readLang } from '#app/i18n/languages.ts'
import { patterns, surveyVersionPath } from '#app/paths.ts'
import type { DraftRefusal } from './draft-editor.tsx'
import { readDraftForm } from './draft-form.ts'
import { discardDraft, type Editing, makeDraft, saveDraft } from './edit-draft.server.ts'
import { publishSurvey, withdrawSurvey } from './publish-survey.server.ts'
import type { SurveyContent } from './survey.ts'

/** Where the page goes on, or why it stays, with what was typed. */
export type StepResult =
  | { to: string }
  | { status: 400 | 409; refused: DraftRefusal; typed: { content: SurveyContent; revision: number } | null }

const LONGEST_DATE = 20

/** Does what the pressed button says; whatever it is, what was typed in a draft is stored with it. */
export async function takeVersionStep(
  editing: Editing,
  viewer: Viewer,
  id: string,
  form: URLSearchParams,
): Promise<StepResult> {
  const [step = '', subject = ''] = (form.get('do') ?? '').split(':')
  const path = surveyVersionPath(id)
  if (step === 'draft') return { to: surveyVersionPath(await makeDraft(editing, viewer, subject)) }
  if (step === 'discard') {
    await discardDraft(editing, viewer, id)
    return { to: patterns.surveys }
  }
  if (step === 'withdraw') {
    await withdrawSurvey(editing, viewer, id)
    return { to: path }
  }
  if (step === 'publish') return published(editing, viewer, id, form)
  const result = await saveDraft(editing, viewer, id, readDraftForm(form))
  if (result.kind === 'stale') return stale(result)
  if (step === 'preview') return { to: `${path}?preview=${readLang(subject) ?? 'vi'}#preview` }
  return { to: `${path}?done=saved${result.at && `#q-${result.at}`}` }
}

async function published(
  editing: Editing,
  viewer: Viewer,
  id: string,
  form: URLSearchParams,
): Promise<StepResult> {
  const from = (form.get('from') ?? '').slice(0, LONGEST_DATE)
  const result = await publishSurvey(editing, viewer, id, readDraftForm(form), from)
  if (result.kind === 'published') return { to: `${surveyVersionPath(id)}?done=published` }
  if (result.kind === 'stale') return stale(result)
  return { status: 400, refused: { kind: 'refused', day: result.day, from }, typed: null }
}

function stale({
  content,
  revision,
  strays,
}: {
  content: SurveyContent
  revision: number
  strays: string[]
}): StepResult {
  return { status: 409, refused: { kind: 'stale', strays }, typed: { content, revision } }
}
