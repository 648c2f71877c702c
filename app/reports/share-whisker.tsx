import type { SatisfiedShare } from '../statistics/satisfied-share.ts'
import { SATISFIED_TARGET } from '../statistics/verdict.ts'

const WIDTH = 120
const HEIGHT = 18
const MARGIN = 6

/**
 * A share as a dot with its interval against the line of the target; its numbers stand in words beside it. An
 * interval that reaches further down than the scale ends in an arrow.
 */
export function ShareWhisker({ figure, lowest }: { figure: SatisfiedShare; lowest: number }) {
  const x = (share: number) => {
    const part = (share - lowest) / (1 - lowest)
    return MARGIN * (1 - part) + (WIDTH - MARGIN) * part
  }
  const target = x(SATISFIED_TARGET)
  const middle = HEIGHT / 2
  return (
    <svg className="share-whisker" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line className="grid" x1={MARGIN} x2={WIDTH - MARGIN} y1={middle} y2={middle} />
      <line className="target" x1={target} x2={target} y1="0" y2={HEIGHT} />
      <line
        className="whisker"
        x1={Math.max(0, x(figure.lower))}
        x2={x(figure.upper)}
        y1={middle}
        y2={middle}
      />
      {x(figure.lower) < 0 && <path className="arrow" d={`M0 ${middle}l6-4v8z`} />}
      <circle className="point" cx={x(figure.share)} cy={middle} r="4" />
    </svg>
  )
}
