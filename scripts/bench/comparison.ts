import { type Figures, median, rounded } from './figures.ts'
import { print } from './print.ts'

/** `ours` and its counterparts, each a run of the same length. */
export type Runs = { ours: () => Promise<Figures> } & Record<string, () => Promise<Figures>>
export type Rounds = Record<string, Figures[]>

export interface Limits {
  /** The least ratios hold at this many at once. */
  concurrency: number
  leastRatios: Record<string, number>
  longestP99?: number
}

/** Runs each once to warm it up, then in turns, every other round backwards: what drifts meets all alike. */
export async function inTurns(runs: Runs, rounds: number, onRound: (round: number) => void): Promise<Rounds> {
  const entries = Object.entries(runs)
  const taken: Rounds = Object.fromEntries(entries.map(([name]) => [name, []]))
  for (const [, run] of entries) await run()
  for (let round = 0; round < rounds; round++) {
    onRound(round + 1)
    for (const [name, run] of round % 2 === 0 ? entries : entries.toReversed()) {
      taken[name]?.push(await run())
    }
  }
  return taken
}

interface Compared {
  figure: string
  concurrency: number
  rounds: Rounds
}

/** One line: our figures, and each counterpart's with our ratio to it. */
export function printComparison({ figure, concurrency, rounds }: Compared, limits: Limits): void {
  const { ours = [], ...others } = rounds
  const own = medians(ours)
  const counterparts = Object.fromEntries(
    Object.entries(others).map(([name, theirs]) => [name, { ...medians(theirs), ...ratioOf(ours, theirs) }]),
  )
  const least = concurrency === limits.concurrency ? limits.leastRatios : {}
  const keepsRatios = Object.entries(least).every(([name, at]) => (counterparts[name]?.ratio ?? 0) >= at)
  const { longestP99 } = limits
  print({
    figure,
    concurrency,
    rounds: ours.length,
    ...own,
    counterparts,
    limits: { ...least, ...(longestP99 && { p99_ms: longestP99 }) },
    holds: keepsRatios && own.p99_ms <= (longestP99 ?? Number.POSITIVE_INFINITY),
  })
}

/** The median over the rounds of each part. */
export function medians(rounds: Figures[]) {
  const of = (part: (figures: Figures) => number) => rounded(median(rounds.map(part)))
  const told = rounds.every(({ cpu_us }) => cpu_us !== null)
  return {
    rate: of(({ rate }) => rate),
    p50_ms: of(({ p50_ms }) => p50_ms),
    p99_ms: of(({ p99_ms }) => p99_ms),
    ...(told && { cpu_us: of(({ cpu_us }) => cpu_us ?? 0) }),
  }
}

/** Our rate as a share of theirs: the median over rounds of neighbours in time, with the least and the most. */
function ratioOf(ours: Figures[], theirs: Figures[]) {
  const ratios = ours.map(({ rate }, round) => rate / (theirs[round]?.rate ?? Number.NaN))
  return {
    ratio: rounded(median(ratios)),
    least: rounded(Math.min(...ratios)),
    most: rounded(Math.max(...ratios)),
  }
}
