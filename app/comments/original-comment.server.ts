import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import type { Store } from '#db/connection.ts'
import { findCase } from '#db/queries/feedback-cases.ts'
import type { Clock } from '../calendar/clock.ts'
import { NotFound } from '../errors.ts'

/**
 * A citizen's words in a case as they were written, for the handler whose case it is; everybody else reads them masked
 * (`maskedParts`). Each view stands in the audit trail before the words are given out.
 * @throws NotFound for anybody but the case's handler, and for a case that is none
 */
export function originalComment(
  { store, clock }: { store: Pick<Store, 'write'>; clock: Clock },
  viewer: Pick<Viewer, 'staffId' | 'email' | 'role'>,
  caseId: string,
): Promise<string> {
  return store.write(async (tx) => {
    const found = await findCase(tx, caseId)
    const isHandler = viewer.role === 'case_handler' && found?.handler_id === viewer.staffId
    if (!found || !isHandler) throw new NotFound()
    const subject = { kind: 'feedback_case', id: caseId }
    await recordAudit(tx, clock, viewer, { action: 'comment.original', subject })
    return found.text
  })
}
