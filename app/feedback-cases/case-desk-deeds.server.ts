import type { Viewer } from '#app/auth/viewer.ts'
import { NotFound } from '#app/errors.ts'
import { answerCase, saveDraft } from './answer-case.server.ts'
import { assignCase } from './assign-case.server.ts'
import {
  assignForm,
  classifyForm,
  draftForm,
  extendForm,
  publicForm,
  readDeskForm,
  reasonForm,
} from './case-desk-forms.ts'
import type { CaseOutcome } from './case-outcome.ts'
import type { CaseParts } from './case-parts.ts'
import { classifyCase } from './classify-case.server.ts'
import { closeCase } from './close-case.server.ts'
import { extendCase } from './extend-case.server.ts'
import { proposePublicAnswer, publishAnswer, withdrawAnswer } from './publish-answer.server.ts'
import { releaseCase, setCaseAside } from './review-case.server.ts'

type Deed<T> = (parts: CaseParts, viewer: Viewer, caseId: string, said: T) => Promise<CaseOutcome>

/** Does what one of the forms on a case's page asks for. @throws NotFound, Forbidden */
export async function changeCaseByForm(
  parts: CaseParts,
  viewer: Viewer,
  caseId: string,
  form: URLSearchParams,
): Promise<CaseOutcome> {
  const reading =
    <T>(schema: Parameters<typeof readDeskForm>[1], deed: Deed<T>) =>
    () => {
      const read = readDeskForm(form, schema)
      return 'value' in read ? deed(parts, viewer, caseId, read.value as T) : Promise.resolve(read)
    }
  const deeds: Record<string, () => Promise<CaseOutcome>> = {
    release: () => releaseCase(parts, viewer, caseId),
    setAside: reading(reasonForm, setCaseAside),
    classify: reading(classifyForm, classifyCase),
    assign: reading(assignForm, assignCase),
    extend: reading(extendForm, extendCase),
    draft: reading(draftForm, saveDraft),
    answer: reading(draftForm, answerCase),
    close: () => closeCase(parts, viewer, caseId),
    proposePublic: reading(publicForm, proposePublicAnswer),
    publish: () => publishAnswer(parts, viewer, caseId),
    withdraw: () => withdrawAnswer(parts, viewer, caseId),
  }
  const deed = Object.hasOwn(deeds, form.get('intent') ?? '') ? deeds[form.get('intent') ?? ''] : undefined
  if (!deed) throw new NotFound()
  return deed()
}
