import type { InvitationRow } from '#db/schema.ts'

/** What a placard says beside the fixed texts: when one of these changes, the paper at the counter is out of date. */
export interface PlacardText {
  cityName: string
  officeName: string
  /** '' where the code stands for the whole office. */
  counterName: string
  /** The address as the QR holds it. */
  address: string
}

/** A placard as it goes onto paper. */
export interface Placard extends PlacardText {
  code: string
  number: number
  revision: number
}

/** A text once printed on a placard; `printedAt` is '' until somebody says that it hangs. */
export interface PlacardRevision extends PlacardText {
  revision: number
  printedAt: string
}

/** A standing code as the placard that shows it. */
export interface StandingPlacard {
  id: string
  code: string
  number: number
  officeId: string
  /** none: a tablet's own code, never printed. */
  state: 'open' | 'revoked' | 'none'
  /** Its office and counter are there today. */
  placeOpen: boolean
  /** Somebody said that it no longer hangs. */
  removed: boolean
  /** The code issued in place of this revoked one. */
  replacementId: string | null
  /** What it would say if it were printed now. */
  text: PlacardText
  /** What it was last made with, and what last said to hang. */
  last: PlacardRevision | null
  printed: PlacardRevision | null
}

/** A tablet's own code would let a phone rate as the tablet, and a dossier's link is no placard. */
export function isPrintable(code: Pick<InvitationRow, 'kind' | 'trust' | 'status'>): boolean {
  return code.kind === 'standing' && code.trust === 'open' && code.status === 'open'
}

export function sameText(a: PlacardText, b: PlacardText): boolean {
  return (
    a.cityName === b.cityName &&
    a.officeName === b.officeName &&
    a.counterName === b.counterName &&
    a.address === b.address
  )
}

/** The number of a text among a placard's revisions: one more than the last when it differs from it. */
export function revisionOf(text: PlacardText, last: PlacardRevision | null): number {
  if (!last) return 1
  return sameText(text, last) ? last.revision : last.revision + 1
}

/** 0217, on paper and on the rating page alike, to compare. */
export const placardNumber = (number: number): string => String(number).padStart(4, '0')

/** An address as one reads and types it: its host in small letters, without the https that browsers add. */
export function plainAddress(address: string): { site: string; code: string } {
  const { protocol, host, pathname } = new URL(address)
  const code = pathname.slice(pathname.lastIndexOf('/') + 1)
  return { site: `${protocol === 'https:' ? '' : `${protocol}//`}${host}/r/`, code: code.toUpperCase() }
}

/** A placard as it would be printed now. */
export function placardNow({ code, number, text, last }: StandingPlacard): Placard {
  return { ...text, code, number, revision: revisionOf(text, last) }
}
