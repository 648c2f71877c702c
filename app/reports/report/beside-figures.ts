import type { PlaceFigures } from '../overview.ts'
import type { RatingFigure, ShareFigure } from '../rating-figure.ts'

/** How many ratings a figure tells; null where it tells none. */
const told = (figure: RatingFigure | ShareFigure): number | null =>
  figure.state === 'shown' ? figure.n : figure.state === 'none' ? 0 : null

/**
 * What may stand beside a place's own figures of a longer or shorter stretch of the same year: ratings that fewer than
 * `k` people gave in the months between, or all but fewer than `k`, are a subtraction away, and are left out.
 */
export function figuresBeside(own: PlaceFigures, beside: PlaceFigures, k: number): PlaceFigures {
  const isFew = (n: number | null) => n !== null && n !== 0 && Math.abs(n) < k
  const between = (of: (figures: PlaceFigures) => number | null): number | null => {
    const [a, b] = [of(own), of(beside)]
    return a === null || b === null ? null : a - b
  }
  const all = between(({ ratings }) => told(ratings))
  const verified = between(({ verified: figure }) => told(figure))
  const others = all === null || verified === null ? null : all - verified
  const hidesVerified = isFew(verified) || isFew(others)
  // A dossier's rating is a verified one.
  const hidesRated = hidesVerified || isFew(between(({ rated }) => rated))
  return {
    ...beside,
    ...(isFew(all) && { ratings: { state: 'hidden' } }),
    ...(hidesVerified && { verified: { state: 'hidden' } }),
    ...(hidesRated && { rated: null }),
  }
}
