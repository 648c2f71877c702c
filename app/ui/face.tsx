import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { LEVELS, type Level } from '#app/responses/survey-response.ts'

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

/** A level's face, `size` pixels wide, in the colour of the text around it; the word always stands beside it. */
export function Face({ level, size }: { level: Level; size: number }) {
  return (
    <svg
      className={`face f${level}`}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <circle cx="12" cy="12" r="11" />
      <path d={`${EYES}${MOUTHS[level]}${BROWS[level] ?? ''}`} />
    </svg>
  )
}

/** Five submit buttons of one form, the best level first: each a face with its word, named with its place on the scale. */
export function LevelButtons({
  lang,
  size,
  chosen,
}: {
  lang: Lang
  size: number
  chosen?: Level | undefined
}) {
  const t = textsIn[lang]
  return LEVELS.map((level) => {
    const word = t(`frame:level.${level}`)
    const isChosen = level === chosen
    return (
      <button
        key={level}
        type="submit"
        name="level"
        value={level}
        aria-label={t(isChosen ? 'frame:levelChosen' : 'frame:levelOf', { word, level })}
        aria-current={isChosen || undefined}
      >
        <Face level={level} size={size} />
        {word}
      </button>
    )
  })
}
