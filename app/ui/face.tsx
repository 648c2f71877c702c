import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { LEVELS, type Level } from '#app/responses/survey-response.ts'
import { facePath } from './face-paths.ts'

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
      <path d={facePath(level)} />
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
