import { LEVELS, type Level } from '../responses/survey-response.ts'

/** The mouth ends at x 6.8 and 17.2 in all five: its curve alone says the level. */
const MOUTHS: Record<Level, string> = {
  5: 'M6.8 14q5.2 7.6 10.4 0',
  4: 'M6.8 15q5.2 4 10.4 0',
  3: 'M6.8 16.2h10.4',
  2: 'M6.8 17.4q5.2-4 10.4 0',
  1: 'M6.8 18.3q5.2-6.8 10.4 0',
}

const EYES = 'M8.4 9.7v1.7m7.2-1.7v1.7'

/** Brows at the two ends of the scale only: raised at 5, drawn together at 1. */
const BROWS: Partial<Record<Level, string>> = {
  5: 'M6.4 6.3q1.6-1.7 3.6-1m7.6 1q-1.6-1.7-3.6-1',
  1: 'M6.4 6l3.6.9m7.6-.9l-3.6.9',
}

/** Eyes, mouth and brows inside a circle of radius 11 around (12, 12). */
export const facePath = (level: Level): string => `${EYES}${MOUTHS[level]}${BROWS[level] ?? ''}`

/** The five faces as paper shows them, the best level first. */
export const FACES = LEVELS.map((level) => ({ level, path: facePath(level) }))
