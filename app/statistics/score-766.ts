import { halfUp } from './half-up.ts'

/** A score as a fraction, so that it can be rounded once and half up. */
export interface Score {
  readonly of: number
  readonly over: number
}

/** Quyết định 766/QĐ-TTg, group "mức độ hài lòng": 18 points, three times 6. */
export const MOST_POINTS = 6

/**
 * Dossiers: min(6, 6·ratio/0.90), ratio = 1 - bad/received; `bad` are overdue or with a complaint or a dislike, none
 * counted twice. 0 when nothing was received (766/QĐ-TTg).
 */
export function dossierScore(received: number, bad: number): Score {
  if (received === 0) return { of: 0, over: 1 }
  const good = received - bad
  return good * 10 >= received * 9 ? { of: MOST_POINTS, over: 1 } : { of: good * 20, over: received * 3 }
}

/** Complaints answered on time, or satisfied with the answer: 6·part/all, 6 when there were none (766/QĐ-TTg). */
export function complaintScore(part: number, all: number): Score {
  return all === 0 ? { of: MOST_POINTS, over: 1 } : { of: MOST_POINTS * part, over: all }
}

/** Two decimals, half up. */
export function roundedScore({ of, over }: Score): number {
  return halfUp(of, over, 2)
}
