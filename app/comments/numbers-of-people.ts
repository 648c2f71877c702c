import { type DigitGroup, numberRuns } from './number-runs.ts'

interface Found {
  kind: 'identity' | 'phone' | 'bank'
  from: number
  to: number
}

/** A number written in one or several groups, with what stands around it. */
interface Candidate {
  groups: DigitGroup[]
  digits: string
  from: number
  to: number
  /** Up to 45 folded signs before it, and what follows. */
  before: string
  after: string
  /** `EE123456789VN` */
  touchesLetters: boolean
}

type Rule = (candidate: Candidate) => Found['kind'] | null

const MOST_GROUPS = 12
const MOST_DIGITS = 19
const FEWEST_DIGITS = 8

/** Numbers that belong to somebody: cards of citizens, phones, bank accounts; in a folded text without what is harmless. */
export function findPeoplesNumbers(folded: string): Found[] {
  return numberRuns(folded).flatMap((run) => numbersIn(run, folded))
}

function numbersIn(run: DigitGroup[], folded: string): Found[] {
  const found: Found[] = []
  for (let at = 0; at < run.length; ) {
    const number = numberFrom(run, at, folded)
    if (number) found.push(number.found)
    at += number?.groups ?? 1
  }
  return found
}

/** By the surest rule that knows one; of its numbers the longest, so that no end of one stays behind. */
function numberFrom(run: DigitGroup[], at: number, folded: string) {
  const candidates = candidatesFrom(run, at, folded)
  for (const rule of RULES) {
    for (const candidate of candidates) {
      const kind = rule(candidate)
      const { from, to, groups } = candidate
      if (kind) return { found: { kind, from, to }, groups: groups.length }
    }
  }
  return null
}

function candidatesFrom(run: DigitGroup[], at: number, folded: string): Candidate[] {
  const candidates: Candidate[] = []
  let length = 0
  for (let groups = 1; groups <= Math.min(MOST_GROUPS, run.length - at); groups++) {
    length += run[at + groups - 1]?.digits.length ?? 0
    if (length > MOST_DIGITS) break
    if (length >= FEWEST_DIGITS && !goesOn(run, at, groups))
      candidates.unshift(candidateOf(run.slice(at, at + groups), folded))
  }
  return candidates
}

/** `07.30-11.30-13.30` goes on in the way it is written so far: a part of it is no number of its own. */
function goesOn(run: DigitGroup[], at: number, groups: number): boolean {
  const next = run[at + groups]?.before.trim()
  if (!next || next === ',') return false
  const inside = run.slice(at + 1, at + groups).map(({ before }) => before.trim())
  return groups > 1 ? inside.includes(next) : next !== '-' && next !== '/'
}

function candidateOf(groups: DigitGroup[], folded: string): Candidate {
  const first = groups[0]?.from ?? 0
  const to = groups.at(-1)?.to ?? first
  // `+84`, `(+84)`, `(0205)`
  const opening = /[(+]{1,2}$/.exec(folded.slice(Math.max(0, first - 2), first))?.[0] ?? ''
  const closes = opening.startsWith('(') && !folded.slice(first, to).includes(')')
  const from = first - (closes ? opening.replace('(', '').length : opening.length)
  return {
    groups,
    digits: groups.map(({ digits }) => digits).join(''),
    from,
    to,
    before: folded.slice(Math.max(0, from - 45), from),
    after: folded.slice(to, to + 24),
    touchesLetters: /[a-z]/.test(folded[from - 1] ?? '') || /[a-z]/.test(folded[to] ?? ''),
  }
}

const told = (words: string, gap = 24) => new RegExp(`(?<![a-z])(?:${words})(?![a-z])[^\\d\\n;!?]{0,${gap}}$`)

const IDENTITY_BEFORE = told(
  'cccd|can cuoc|cmnd|cmt|cmtnd|chung minh(?: thu)?(?: nhan dan)?|dinh danh|ma so thue|mst|bhxh|bhyt|bao hiem|ho chieu|passport|id',
)
const PHONE_BEFORE = told(
  'sdt|so dt|dt|dien thoai|so may|zalo|di dong|lien he|lien lac|alo|phone|tel|goi(?: lai)?(?: cho)?(?: toi| em| chau)?(?: theo| qua)?(?: so)?|nhan tin(?: cho toi)?|mobile|viber|whatsapp',
)
const BANK =
  'vietcombank|vcb|agribank|bidv|vietinbank|mbbank|mb|techcombank|tcb|tpbank|sacombank|acb|vpbank|vib|shb|msb|lpbank|seabank|ocb|hdbank'
const BANK_BEFORE = told(
  `stk|so tai khoan|so tk|tai khoan|tk|account|chuyen khoan|ck|ngan hang|the atm|${BANK}`,
  30,
)
const BANK_AFTER = new RegExp(
  `^[ ,(:-]{0,3}(?:tai |cua |o |ngan hang |nh ){0,3}(?:ngan hang|${BANK})(?![a-z])`,
)
/** Numbers of papers and machines, not of people. */
const OTHER_NUMBER = told(
  'ma giao dich|bien lai|hoa don|seri|serial|van don|so thu tu|stt|ma loi|tong dai|phien|thua dat|to ban do',
)

const shapeOf = ({ groups }: Candidate): string => groups.map(({ digits }) => digits.length).join('-')
const isWhole = ({ groups }: Candidate): boolean => groups.length === 1
const wordsIn = ({ groups }: Candidate): number => groups.filter(({ isWord }) => isWord).length
const isPlain = ({ groups }: Candidate): boolean =>
  groups.slice(1).every(({ before }) => !/[,/]/.test(before)) && groups.every(({ isWord }) => !isWord)

const PHONE = /^(?:0[35789]\d{8}|02\d{8,9}|01[2689]\d{8}|(?:00)?84(?:0?[35789]\d{8}|0?2\d{8,9}))$/
const OLD_PHONE = /^0\d{9,10}$/

/** A list of numbers, or a day and a time, is written like this more often than a phone's number is. */
const LOOSE_SHAPES = new Set(['2-2-2-2-2', '2-2-4-2'])

const phone: Rule = (candidate) => {
  const { digits, groups } = candidate
  if (PHONE.test(digits) && !LOOSE_SHAPES.has(shapeOf(candidate))) {
    if (wordsIn(candidate) >= 4 || isPlain(candidate)) return 'phone'
    return wordsIn(candidate) === 0 && groups.length <= 4 ? 'phone' : null
  }
  return isWhole(candidate) && OLD_PHONE.test(digits) ? 'phone' : null
}

/** Any other number where it is said to be a phone's; a public line (1900, 1800) is nobody's own. */
const toldPhone: Rule = (candidate) => {
  const { digits, before } = candidate
  const fits = digits.length <= 12 && isPlain(candidate) && !/^1[89]00/.test(digits)
  return fits && PHONE_BEFORE.test(before) ? 'phone' : null
}

const CARD_SHAPES = new Set(['12', '3-3-3-3', '3-3-6', '6-6', '3-1-2-6', '3-9'])

const identity: Rule = (candidate) => {
  const { digits, before } = candidate
  const { length } = digits
  if (wordsIn(candidate) > 0) {
    const written = length === 12 || (length === 9 && IDENTITY_BEFORE.test(before))
    return written && wordsIn(candidate) >= 5 && digits.startsWith('0') ? 'identity' : null
  }
  if (!isPlain(candidate)) return null
  if (IDENTITY_BEFORE.test(before) && length >= 8 && length <= 15) return 'identity'
  if (OTHER_NUMBER.test(before) || candidate.touchesLetters) return null
  if (length === 12)
    return isWhole(candidate) || (digits.startsWith('0') && CARD_SHAPES.has(shapeOf(candidate)))
      ? 'identity'
      : null
  if (length !== 9) return null
  if (isWhole(candidate)) return 'identity'
  if (shapeOf(candidate) !== '3-3-3') return null
  const spaced = candidate.groups.slice(1).every(({ before: gap }) => gap.trim() === '')
  return digits.startsWith('0') || (spaced && !digits.endsWith('000')) ? 'identity' : null
}

const bank: Rule = (candidate) => {
  const { digits, before, after } = candidate
  if (!isPlain(candidate)) return null
  const areYears = candidate.groups.every((group) => /^(?:19|20)\d\d$/.test(group.digits))
  if ((shapeOf(candidate) === '4-4-4-4' && !areYears) || (isWhole(candidate) && digits.length === 16))
    return 'bank'
  const known = BANK_BEFORE.test(before) || BANK_AFTER.test(after)
  return digits.length >= 8 && known ? 'bank' : null
}

/** A phone's number wins over an account's: many accounts are numbered by it, few citizens' cards are. */
const RULES: Rule[] = [
  (candidate) =>
    BANK_BEFORE.test(candidate.before) || BANK_AFTER.test(candidate.after) ? bank(candidate) : null,
  (candidate) => (IDENTITY_BEFORE.test(candidate.before) ? identity(candidate) : null),
  phone,
  toldPhone,
  identity,
  bank,
]
