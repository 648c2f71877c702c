import type { Lang } from '#app/i18n/languages.ts'
import { formatCount } from '#app/i18n/numbers.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { LEVELS, type Level } from '../statistics/level-counts.ts'
import { levelSegments, type Segment } from './level-segments.ts'
import type { ShownRatings } from './rating-figure.ts'

const WIDTH = 160
const HEIGHT = 16

type Kind = Segment['kind']

/** What a piece of a bar is called. */
export function kindWord(lang: Lang, kind: Kind): string {
  const t = textsIn[lang]
  if (kind === 'satisfied_together') return t('staff:offices.satisfiedTogether')
  if (kind === 'others_together') return t('staff:offices.othersTogether')
  return t(`frame:level.${kind}`)
}

/** Levels are told apart by a pattern too; drawn once a page, used by every bar. */
export function LevelPatterns() {
  return (
    <svg className="patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <Pattern id="level-4" mark="M0 6L6 0" />
        <Pattern id="level-3" mark="M3 1v4" />
        <Pattern id="level-2" mark="M0 0L6 6M0 6L6 0" />
        <Pattern id="level-1" mark="M0 3H6" />
        <Pattern id="level-satisfied_together" mark="M1.5 0v6M4.5 0v6" />
        <Pattern id="level-others_together" mark="M3 1v4M0 3H6" />
      </defs>
    </svg>
  )
}

function Pattern({ id, mark }: { id: string; mark: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect className={id} width="6" height="6" />
      <path className="mark" d={mark} />
    </pattern>
  )
}

/** Its colour and pattern; patterns stand on the page once (`LevelPatterns`). */
export const paintOf = (kind: Kind) =>
  kind === 5 ? { className: 'level-5' } : { fill: `url(#level-${kind})` }

/** How many chose each level, from the best to the worst, as one bar; its words come up under a pointer too. */
export function LevelBar({
  lang,
  ratings,
  satisfiedLevels,
}: {
  lang: Lang
  ratings: ShownRatings
  satisfiedLevels: readonly Level[]
}) {
  const segments = levelSegments(ratings, satisfiedLevels)
  const words = segments.map(({ kind, n }) =>
    textsIn[lang]('staff:offices.barOf', { word: kindWord(lang, kind), n: formatCount(lang, n) }),
  )
  let from = 0
  return (
    <svg className="level-bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img">
      <title>{words.join(', ')}</title>
      {segments.map(({ kind, n }) => {
        const x = from
        from += (n / ratings.n) * WIDTH
        return <rect key={kind} {...paintOf(kind)} x={x} width={from - x} height={HEIGHT} />
      })}
    </svg>
  )
}

/** The word of each level beside its pattern, of those that some bar shows. */
export function LevelKey({
  lang,
  ratings,
  satisfiedLevels,
}: {
  lang: Lang
  ratings: ShownRatings[]
  satisfiedLevels: readonly Level[]
}) {
  const drawn = new Set(
    ratings.flatMap((each) => levelSegments(each, satisfiedLevels)).map(({ kind }) => kind),
  )
  const kinds: Kind[] = [...LEVELS.toReversed(), 'satisfied_together', 'others_together']
  return (
    <ul className="level-key">
      {kinds
        .filter((kind) => drawn.has(kind))
        .map((kind) => (
          <li key={kind}>
            <svg viewBox="0 0 18 12" aria-hidden="true">
              <rect {...paintOf(kind)} width="18" height="12" />
            </svg>
            {kindWord(lang, kind)}
          </li>
        ))}
    </ul>
  )
}
