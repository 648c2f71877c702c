import type { SatisfiedShare } from '../statistics/satisfied-share.ts'
import { SATISFIED_TARGET } from '../statistics/verdict.ts'

const WIDTH = 120
const HEIGHT = 18
const MARGIN = 6
const MIDDLE = HEIGHT / 2

/** Where the one scale of a table's whiskers stands on the page. */
const SCALE = 'share-scale'

const placeOn = (lowest: number) => (share: number) => {
  const part = (share - lowest) / (1 - lowest)
  return MARGIN * (1 - part) + (WIDTH - MARGIN) * part
}

function Lines({ lowest }: { lowest: number }) {
  const target = placeOn(lowest)(SATISFIED_TARGET)
  return (
    <>
      <line className="grid" x1={MARGIN} x2={WIDTH - MARGIN} y1={MIDDLE} y2={MIDDLE} />
      <line className="target" x1={target} x2={target} y1="0" y2={HEIGHT} />
    </>
  )
}

/** The lines that are the same in each row of a table of hundreds, drawn once, before it: `isShared`. */
export function ShareScale({ lowest }: { lowest: number }) {
  return (
    <svg className="patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <g id={SCALE}>
          <Lines lowest={lowest} />
        </g>
      </defs>
    </svg>
  )
}

interface Props {
  figure: SatisfiedShare
  /** Where the scale begins. */
  lowest: number
  /** The page has a `ShareScale` that begins there too. */
  isShared?: boolean
}

/**
 * A share as a dot with its interval against the line of the target; its numbers stand in words beside it. An
 * interval that reaches further down than the scale ends in an arrow.
 */
export function ShareWhisker({ figure, lowest, isShared = false }: Props) {
  const x = placeOn(lowest)
  return (
    <svg className="share-whisker" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {isShared ? <use href={`#${SCALE}`} /> : <Lines lowest={lowest} />}
      <line
        className="whisker"
        x1={Math.max(0, x(figure.lower))}
        x2={x(figure.upper)}
        y1={MIDDLE}
        y2={MIDDLE}
      />
      {x(figure.lower) < 0 && <path className="arrow" d={`M0 ${MIDDLE}l6-4v8z`} />}
      <circle className="point" cx={x(figure.share)} cy={MIDDLE} r="4" />
    </svg>
  )
}
