import type { Viewer } from '#app/auth/viewer.ts'
import type { CaseOutcome } from './case-outcome.ts'
import type { CaseParts } from './case-parts.ts'
import { takeStep } from './take-step.server.ts'

/** What looked like a program's turned out to be a person's: it goes on, its deadlines as from its receipt. */
export function releaseCase(parts: CaseParts, viewer: Viewer, caseId: string): Promise<CaseOutcome> {
  return takeStep(parts, viewer, caseId, 'release', async () => ({
    change: { status: 'received' },
    step: { kind: 'released' },
    done: 'released',
  }))
}

/** It was a program's: it stays where it can be looked up, and counts nowhere. */
export function setCaseAside(
  parts: CaseParts,
  viewer: Viewer,
  caseId: string,
  { reason }: { reason: string },
): Promise<CaseOutcome> {
  return takeStep(parts, viewer, caseId, 'setAside', async () => ({
    change: { status: 'set_aside', closed_at: parts.clock.now().toISOString() },
    step: { kind: 'set_aside', note: reason },
    done: 'setAside',
  }))
}
