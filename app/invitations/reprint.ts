import { type PlacardText, type StandingPlacard, sameText } from './placard.ts'

/**
 * Why paper at a counter is to be seen to: never hung, its text no longer fits, its code was revoked, or its office or
 * counter has closed.
 */
export type ReprintReason = 'never' | 'changed' | 'revoked' | 'closed'

export interface Reprint {
  reason: ReprintReason
  placard: StandingPlacard
  /** What of the printed text differs now. */
  differs: (keyof PlacardText)[]
  /** The placard that hangs in place of a revoked one; null where no code was issued. */
  replacement: StandingPlacard | null
}

/** What to print again or take down, in the order given. */
export function toReprint(placards: readonly StandingPlacard[]): Reprint[] {
  const byId = new Map(placards.map((placard) => [placard.id, placard]))
  return placards.flatMap((placard) => {
    const replacement = byId.get(placard.replacementId ?? '') ?? null
    const reason = reasonFor(placard, replacement)
    return reason ? [{ reason, placard, differs: differing(placard), replacement }] : []
  })
}

function reasonFor(placard: StandingPlacard, replacement: StandingPlacard | null): ReprintReason | null {
  const { state, placeOpen, removed, printed, text } = placard
  if (state === 'none' || removed) return null
  // Where the replacement hangs, the revoked paper no longer does.
  if (state === 'revoked') return placeOpen && !replacement?.printed ? 'revoked' : null
  if (!placeOpen) return 'closed'
  if (!printed) return 'never'
  return sameText(printed, text) ? null : 'changed'
}

function differing({ printed, text }: StandingPlacard): (keyof PlacardText)[] {
  if (!printed) return []
  const parts = ['cityName', 'officeName', 'counterName', 'address'] as const
  return parts.filter((part) => printed[part] !== text[part])
}

/** What a page shows of it. */
export interface ReprintLine {
  reason: ReprintReason
  code: string
  number: number
  /** Office and counter as they are called now. */
  place: string
  differs: { part: keyof PlacardText; printed: string }[]
  /** The number of the placard to hang in its place. */
  replacement: number | null
}

export function reprintLine({ reason, placard, differs, replacement }: Reprint): ReprintLine {
  const { text, printed } = placard
  return {
    reason,
    code: placard.code,
    number: placard.number,
    place: [text.officeName, text.counterName].filter((name) => name !== '').join(' · '),
    differs: differs.map((part) => ({ part, printed: printed?.[part] ?? '' })),
    replacement: replacement?.number ?? null,
  }
}
