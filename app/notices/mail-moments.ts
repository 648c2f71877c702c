import type { MailMoments } from '#db/queries/notice-mails.ts'

const MINUTE_MS = 60_000
/** A batch goes when nothing has come for five minutes, or its first notice has waited two hours. */
const SETTLES_MS = 5 * MINUTE_MS
const LONGEST_WAIT_MS = 120 * MINUTE_MS
/** What is older is no news by mail any more; the app still shows it. */
const NEWS_MS = 14 * 24 * 60 * MINUTE_MS
/** Longer than a mail server may keep a letter waiting. */
const LEASE_MS = 2 * MINUTE_MS
const LONGEST_BACK_OFF_MS = 6 * 60 * MINUTE_MS

const before = (now: Date, ms: number) => new Date(now.getTime() - ms).toISOString()

/** What may be mailed at an instant. */
export const mailMoments = (now: Date): MailMoments => ({
  now: now.toISOString(),
  since: before(now, NEWS_MS),
  settledBy: before(now, SETTLES_MS),
  longestFrom: before(now, LONGEST_WAIT_MS),
})

/** Until when whoever begins a letter now has the turn: an instant in UTC. */
export const leaseUntil = (now: Date): string => before(now, 0 - LEASE_MS)

/** When to try again after so many refusals in a row (1, 2, ...): one minute, doubled each time, six hours at most. */
export const nextAttempt = (now: Date, refusals: number): string =>
  before(now, 0 - Math.min(MINUTE_MS * 2 ** (refusals - 1), LONGEST_BACK_OFF_MS))
