import type { z } from 'zod'
import type { Viewer } from '#app/auth/viewer.ts'
import type { classifyForm } from './case-desk-forms.ts'
import type { CaseOutcome } from './case-outcome.ts'
import type { CaseParts } from './case-parts.ts'
import { takeStep } from './take-step.server.ts'

/**
 * Says what a case is about and in which queue it goes on. A suggestion that needs no answer ends here, noted; one
 * that does becomes a petition.
 */
export function classifyCase(
  parts: CaseParts,
  viewer: Viewer,
  caseId: string,
  said: z.output<typeof classifyForm>,
): Promise<CaseOutcome> {
  return takeStep(parts, viewer, caseId, 'classify', async (_tx, { row }) => {
    const { category, queue, summary } = said
    const noted = row.kind === 'suggestion' && said.kind === 'noted'
    const change = { category, queue, summary, escalation: 0 }
    if (noted) {
      const closed_at = parts.clock.now().toISOString()
      return { change: { ...change, status: 'closed', closed_at }, step: { kind: 'closed' }, done: 'noted' }
    }
    return {
      change: { ...change, kind: 'petition', status: 'classified' },
      step: { kind: 'classified', note: category },
      done: 'classified',
    }
  })
}
