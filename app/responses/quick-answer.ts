/** Nobody reads the question and answers it in less. */
const QUICK_MS = 2_000

/** Whether a rating came less than two seconds after its page was made: its submission (UUIDv7) says when. */
export function isQuickAnswer(submission: string, now: Date): boolean {
  if (submission[14] !== '7') return false
  const made = Number.parseInt(submission.slice(0, 8) + submission.slice(9, 13), 16)
  const waited = now.getTime() - made
  return 0 <= waited && waited < QUICK_MS
}
