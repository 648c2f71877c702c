import type { Day } from '../calendar/day.ts'

/** An invitation for one dossier as it goes onto paper: its address grants one rating, so it is never stored or logged. */
export interface Slip {
  dossierCode: string
  cityName: string
  officeName: string
  address: string
  /** The last day on which it may first be answered. */
  lastDay: Day
}

/** More than any office returns in a day, and as many codes as fit into one form. */
export const MOST_SLIPS = 600

/** Why a dossier gets no slip. Nothing tells who has already answered: such a slip is printed like any other. */
export type NoSlip = 'unknown' | 'not_closed' | 'expired' | 'other_key'

/** The dossier codes of a pasted list: one a line, or divided by commas, semicolons, spaces. */
export function listedCodes(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((code) => code !== ''))]
}

/** Whose slips: all that an office returned on a day, or those of a list. */
export type SlipRequest = { officeId: string; day: Day } | { codes: string[] }

/** What a page shows of slips: never a link. */
export interface SlipLines {
  slips: Pick<Slip, 'dossierCode' | 'lastDay'>[]
  without: { dossierCode: string; why: NoSlip }[]
}
