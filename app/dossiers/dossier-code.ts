import { type Day, isDay } from '#app/calendar/day.ts'

/**
 * The agency's code (older: commune.xx.district.province, newer: province first), the day of receipt as YYMMDD, a
 * running number. The shape is set by circular and may change: a city may give another pattern. It is serial and
 * guessable: a key to look things up by, never a proof of anything.
 */
export const DOSSIER_CODE_PATTERN =
  /^(?:\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}|[A-Z]\d{2}(?:\.\d{1,4}){0,3})-(?<day>\d{6})-\d{3,6}$/

export type DossierCodeProblem = 'code_shape' | 'code_day' | 'code_in_future'

/** A dossier code as it is stored: trimmed, upper case, every dash a hyphen. */
export function normalDossierCode(written: string): string {
  return written
    .trim()
    .toUpperCase()
    .replace(/[‐-―−]/g, '-')
}

/** Reads a written dossier code; a pattern with a group `day` also has that day checked against `today`. */
export function readDossierCode(
  written: string,
  today: Day,
  pattern: RegExp = DOSSIER_CODE_PATTERN,
): { code: string } | { problem: DossierCodeProblem } {
  const code = normalDossierCode(written)
  const match = pattern.exec(code)
  if (!match) return { problem: 'code_shape' }
  const digits = match.groups?.day
  if (digits === undefined) return { code }
  const day = `20${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4, 6)}`
  if (!isDay(day)) return { problem: 'code_day' }
  return day > today ? { problem: 'code_in_future' } : { code }
}
