import { foldedAlike, without } from './folded-alike.ts'
import { findNames } from './names-after-titles.ts'
import { BETWEEN_DIGITS, DIGIT_WORDS } from './number-runs.ts'
import { findPeoplesNumbers } from './numbers-of-people.ts'
import { findDossierCodes, findPassports, findPlates, harmless } from './plates-and-codes.ts'
import { findMails } from './written-mails.ts'

export const PERSONAL_KINDS = ['identity', 'phone', 'mail', 'plate', 'bank', 'dossier', 'name'] as const
export type PersonalKind = (typeof PERSONAL_KINDS)[number]

/** Where personal data stands in an NFC text: `from` included, `to` not. */
export interface PersonalSpan {
  kind: PersonalKind
  from: number
  to: number
}

/**
 * Personal data in what somebody wrote (promises P3): numbers of citizens' cards, phones, mail addresses, plates, bank
 * accounts, dossier codes, names after a title. Never amounts, days, times, decrees, counters, procedure codes. Takes
 * time in proportion to the text, which must be NFC.
 */
export function findPersonalData(text: string): PersonalSpan[] {
  const folded = foldedAlike(text)
  const spans: PersonalSpan[] = MAIL.test(folded) ? findMails(folded) : []
  if (NUMBER.test(folded)) addNumbered(spans, folded, text)
  spans.push(...findNames(text))
  return inOrder(spans)
}

/** Most comments hold neither a sign of a mail address nor a digit, nor two digits in a row written as words. */
const MAIL = /@|\(at\)|\[at\]|a ?cong|a moc|a vong|mail|yahoo|hotmail|outlook|icloud|zoho/
const NUMBER = new RegExp(`\\d|(?:${DIGIT_WORDS})${BETWEEN_DIGITS}(?:${DIGIT_WORDS})`)

function addNumbered(spans: PersonalSpan[], folded: string, text: string): void {
  spans.push(...findDossierCodes(folded))
  spans.push(...findPlates(without(folded, spans), text))
  spans.push(...findPassports(without(folded, spans), text))
  spans.push(...findPeoplesNumbers(without(folded, [...spans, ...harmless(folded)])))
}

/** Of stretches that overlap the first one stays. */
function inOrder(spans: PersonalSpan[]): PersonalSpan[] {
  const kept: PersonalSpan[] = []
  for (const span of spans.sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (span.from >= (kept.at(-1)?.to ?? 0)) kept.push(span)
  }
  return kept
}

/** A piece of a masked text: what was written, or of what kind the thing is that stood there. */
export type MaskedPart = { text: string } | { kind: PersonalKind }

/** What somebody wrote with all personal data taken out of it. */
export function maskedParts(written: string): MaskedPart[] {
  const text = written.normalize('NFC')
  const parts: MaskedPart[] = []
  let at = 0
  for (const { kind, from, to } of findPersonalData(text)) {
    if (from > at) parts.push({ text: text.slice(at, from) })
    parts.push({ kind })
    at = to
  }
  if (at < text.length) parts.push({ text: text.slice(at) })
  return parts
}

/** The same as one text; `word` says what stands for a kind. */
export function maskedText(written: string, word: (kind: PersonalKind) => string): string {
  return maskedParts(written)
    .map((part) => ('kind' in part ? word(part.kind) : part.text))
    .join('')
}
