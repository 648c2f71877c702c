import { madeAt } from '../calendar/id-at.ts'

/** Nobody reads the question and answers it in less. */
const QUICK_MS = 2_000

/** Whether a rating came less than two seconds after its page was made: its submission (UUIDv7) says when. */
export function isQuickAnswer(submission: string, now: Date): boolean {
  if (submission[14] !== '7') return false
  const waited = now.getTime() - madeAt(submission)
  return 0 <= waited && waited < QUICK_MS
}
