import { hideLines, type Line, sumOf, type Unseen } from './hidden-lines.ts'

/** From what is shown, nobody can place a hidden number in a range narrower than this (ONS, GP Patient Survey). */
export const NARROWEST_RANGE = 5

export interface TreeCount {
  readonly id: string
  readonly parentId: string | null
  /** Counted at this place itself, without the places below. */
  readonly own: number
}

/**
 * Which places of a tree may not show their count: those with fewer than `k`, and as many others as it takes.
 * A place's figure is its own count with everything below. Give it the whole tree and then show a viewer's part:
 * two viewers with different parts must not be able to put theirs together.
 */
export function hiddenInTree(places: readonly TreeCount[], k: number): Set<string> {
  const lines: Line[] = places.map((place) => ({ ...place, own: [place.own] }))
  return hideLines(lines, {
    isSmall: ({ total }) => sumOf(total) < k,
    isVague: (unseen) => isVague(unseen, k),
  })
}

/**
 * A hidden line lies between 1 (nothing is shown as 0) and the rest without 1 for each other hidden end, so the
 * width of its range is the rest less the ends. A small line has less than `k` of a rest of at least `k`: two or
 * more are unseen.
 */
function isVague({ rest, hidden }: Unseen, k: number): boolean {
  const ends = hidden.filter((line) => line.isEnd).length
  return sumOf(rest) >= Math.max(k, ends + NARROWEST_RANGE)
}

/** The same for lines that add up to a shown total: which are hidden, by position, and whether the total is too. */
export function hiddenLines(ns: readonly number[], k: number): { lines: Set<number>; total: boolean } {
  const lines = ns.map((own, at) => ({ id: `${at}`, parentId: 'total', own }))
  const hidden = hiddenInTree([{ id: 'total', parentId: null, own: 0 }, ...lines], k)
  const total = hidden.delete('total')
  return { lines: new Set([...hidden].map(Number)), total }
}
