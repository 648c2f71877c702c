import type { Level } from '#app/responses/survey-response.ts'
import { Random } from '#scripts/demo-city/random.ts'
import { STANDING_CODES } from '#tests/world/small-city.ts'

/** What a citizen says at one time: first a level, later another level or a comment. */
export interface Saying {
  /** Its number in the plan; the recorded process acknowledges it by this. */
  number: number
  submission: string
  code: string
  /** 0 for the first tap. */
  revision: number
  level: Level
  comment: string
}

export interface Plan {
  /** Each group is sent at once and waited for. */
  groups: Saying[][]
  sayings: Saying[]
  /** By submission, what it says at each revision. */
  revisions: Map<string, Saying[]>
}

const CODES = Object.values(STANDING_CODES)
const LONGEST_COMMENT = 2_000
const SENTENCE = 'Cán bộ một cửa hướng dẫn tận tình, tôi không phải đi lại lần thứ hai. '

/** `count` sayings in groups of 1 to 8: first taps, changed levels and comments; the same seed makes the same plan. */
export function ratingPlan(count: number, seed: string): Plan {
  const random = new Random(`ratings|${seed}`)
  const revisions = new Map<string, Saying[]>()
  const groups: Saying[][] = []
  for (let number = 0; number < count; ) {
    const known = [...revisions.keys()]
    const group = new Map<string, Saying>()
    const size = Math.min(random.between(1, 8), count - number)
    while (group.size < size) {
      const again = known.length > 0 && random.chance(0.3)
      const submission = again ? random.pick(known) : random.uuid(Date.UTC(2026, 2, 16))
      if (group.has(submission)) continue
      const earlier = revisions.get(submission) ?? []
      const saying = said(random, number++, submission, earlier.at(-1))
      revisions.set(submission, [...earlier, saying])
      group.set(submission, saying)
    }
    groups.push([...group.values()])
  }
  return { groups, sayings: groups.flat(), revisions }
}

function said(random: Random, number: number, submission: string, before: Saying | undefined): Saying {
  const anyLevel = random.between(1, 5) as Level
  if (!before) {
    return { number, submission, code: random.pick(CODES), revision: 0, level: anyLevel, comment: '' }
  }
  const next = { ...before, number, revision: before.revision + 1 }
  if (random.chance(0.6)) {
    return { ...next, level: anyLevel === before.level ? (((anyLevel % 5) + 1) as Level) : anyLevel }
  }
  const text = `${number} ${SENTENCE.repeat(LONGEST_COMMENT / SENTENCE.length)}`
  return { ...next, comment: text.slice(0, random.between(10, LONGEST_COMMENT)).trim() }
}
