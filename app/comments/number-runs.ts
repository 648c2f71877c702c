/** One stretch of digits, or one digit written as a word. */
export interface DigitGroup {
  from: number
  to: number
  digits: string
  isWord: boolean
  /** What stands between it and the group before; '' for the first. */
  before: string
}

const WORDS: Record<string, string> = {
  ...{ khong: '0', mot: '1', hai: '2', ba: '3', bon: '4', tu: '4', nam: '5', lam: '5' },
  ...{ sau: '6', bay: '7', tam: '8', chin: '9' },
}

/** Digits written as words, and what may stand between two parts of one number: pieces of a pattern. */
export const DIGIT_WORDS = Object.keys(WORDS).join('|')
export const BETWEEN_DIGITS = '[ .\\-·_()/,\\t\\u00a0]{1,3}'

const SEPARATOR = new RegExp(`^${BETWEEN_DIGITS}$`)

/** Groups of digits that stand together, in a folded text: what may be one number written in parts. */
export function numberRuns(folded: string): DigitGroup[][] {
  const runs: DigitGroup[][] = []
  let run: DigitGroup[] = []
  for (const found of folded.matchAll(/\d+|[a-z]+/g)) {
    const group = groupOf(found[0], found.index)
    const end = run.at(-1)?.to ?? -1
    const before = folded.slice(end, found.index)
    const joins = run.length > 0 && group !== null && SEPARATOR.test(before)
    if (!joins && run.length > 0) {
      runs.push(run)
      run = []
    }
    if (group) run.push({ ...group, before: joins ? before : '' })
  }
  return run.length > 0 ? [...runs, run] : runs
}

function groupOf(token: string, from: number): Omit<DigitGroup, 'before'> | null {
  const digit = WORDS[token]
  const to = from + token.length
  if (digit !== undefined) return { from, to, digits: digit, isWord: true }
  return /^\d/.test(token) ? { from, to, digits: token, isWord: false } : null
}
