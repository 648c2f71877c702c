import { parseArgs } from 'node:util'
import { type Day, isDay } from '#app/calendar/day.ts'
import { FEWEST_OFFICES } from './city-tree.ts'

/** An argument cannot be used: the message names it in one line. */
export class WrongArgument extends Error {}

export interface DemoCityArguments {
  ratings: number
  seed: number
  offices: number
  /** Undefined is today. */
  until: Day | undefined
  /** Undefined is the file of DATABASE_URL. */
  out: string | undefined
}

const MOST_RATINGS = 10_000_000
const MOST_OFFICES = 5_000
const HIGHEST_SEED = 4_294_967_295
/** Dossier codes write a year with two digits, those of this century. */
const UNTIL = ['2001-01-01', '2099-12-31'] as const

/** Reads the command line. @throws WrongArgument naming the first argument that cannot be used */
export function readArguments(words: readonly string[]): DemoCityArguments {
  const { ratings, seed, offices, until, out } = optionsOf(words)
  if (until !== undefined && !(isDay(until) && until >= UNTIL[0] && until <= UNTIL[1])) {
    throw new WrongArgument(`--until must be a day from ${UNTIL[0]} to ${UNTIL[1]}, written yyyy-MM-dd`)
  }
  if (out === '') throw new WrongArgument('--out must be the path of a file')
  return {
    ratings: wholeNumber('--ratings', ratings, 9_000, [1, MOST_RATINGS]),
    seed: wholeNumber('--seed', seed, 1, [0, HIGHEST_SEED]),
    offices: wholeNumber('--offices', offices, FEWEST_OFFICES, [FEWEST_OFFICES, MOST_OFFICES]),
    until,
    out,
  }
}

function optionsOf(words: readonly string[]) {
  const text = { type: 'string' } as const
  const options = { ratings: text, seed: text, offices: text, until: text, out: text }
  try {
    return parseArgs({ args: [...words], options }).values
  } catch (cause) {
    throw new WrongArgument((cause as Error).message.split(/\n|\. /)[0])
  }
}

function wholeNumber(
  name: string,
  written: string | undefined,
  usual: number,
  [least, most]: readonly [number, number],
): number {
  if (written === undefined) return usual
  const number = Number(written)
  if (!/^\d{1,15}$/.test(written) || number < least || number > most) {
    throw new WrongArgument(`${name} must be a whole number from ${least} to ${most}`)
  }
  return number
}
