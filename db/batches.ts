/**
 * Rows in batches of a few fixed sizes. Statements are kept prepared by their text, so every other number of rows
 * would be a statement of its own and soon push the ratings' out; larger batches gain nothing (SQLite, measured).
 */
export function* inBatches<T>(rows: readonly T[]): Generator<T[]> {
  let at = 0
  for (const size of SIZES) {
    for (; at + size <= rows.length; at += size) yield rows.slice(at, at + size)
  }
}

const SIZES = [256, 64, 16, 4, 1]
