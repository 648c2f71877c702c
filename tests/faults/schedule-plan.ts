import { Random } from '#scripts/demo-city/random.ts'

/** What the network does to what a tablet sends at one moment. */
export const FATES = [
  'none',
  'twice',
  'at once',
  'old one again',
  'lose request',
  'lose answer',
  'page ends meanwhile',
  'server ends meanwhile',
] as const
export type Fate = (typeof FATES)[number]

export type Step =
  | { do: 'rate'; level: number; ticks: number }
  | { do: 'send'; fate: Fate }
  /** The page is loaded anew, or closed and opened. */
  | { do: 'restart tablet'; closed: boolean }
  | { do: 'restart server' }

const LONGEST_QUEUE = 53
const CHANCE_OF_LONG_QUEUE = 0.01
const CHANCE_OF_SERVER_END = 0.03

/** One schedule: ratings, and what becomes of them on their way; the same for the same seed and number. */
export function scheduleOf(seed: string, number: number): Step[] {
  const random = new Random(`schedule|${seed}|${number}`)
  const steps: Step[] = [rating(random)]
  // More than one batch takes.
  if (random.chance(CHANCE_OF_LONG_QUEUE)) {
    for (let n = 1; n < LONGEST_QUEUE; n++) steps.push({ ...rating(random), ticks: 0 })
  }
  const length = random.between(4, 10)
  for (let n = 0; n < length; n++) steps.push(step(random))
  if (random.chance(CHANCE_OF_SERVER_END)) {
    const end: Step = random.chance(0.5)
      ? { do: 'restart server' }
      : { do: 'send', fate: 'server ends meanwhile' }
    steps.splice(random.between(1, steps.length), 0, end)
  }
  return steps
}

const rating = (random: Random) => ({
  do: 'rate' as const,
  level: random.between(1, 5),
  ticks: random.chance(0.2) ? random.between(1, 3) : 0,
})

function step(random: Random): Step {
  const share = random.share()
  if (share < 0.4) return rating(random)
  if (share < 0.93) return { do: 'send', fate: random.pick(FATES.slice(0, -1)) }
  return { do: 'restart tablet', closed: random.chance(0.5) }
}
