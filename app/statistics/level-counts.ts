/** The five levels of the main question: 1 Rất không hài lòng ... 5 Rất hài lòng. */
export type Level = 1 | 2 | 3 | 4 | 5

export const LEVELS = [1, 2, 3, 4, 5] as const

/** How many ratings chose each level. */
export type LevelCounts = Readonly<Record<Level, number>>

export const noCounts: LevelCounts = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 }

/** The counts of a stored row, whose columns are `level_1` to `level_5`. */
export function levelCountsOf(row: Readonly<Record<`level_${Level}`, number>>): LevelCounts {
  return { 1: row.level_1, 2: row.level_2, 3: row.level_3, 4: row.level_4, 5: row.level_5 }
}

export function addCounts(a: LevelCounts, b: LevelCounts): LevelCounts {
  return { 1: a[1] + b[1], 2: a[2] + b[2], 3: a[3] + b[3], 4: a[4] + b[4], 5: a[5] + b[5] }
}

export function totalOf(counts: LevelCounts): number {
  return counts[1] + counts[2] + counts[3] + counts[4] + counts[5]
}

/** Ratings at the levels that count as satisfied; which ones do is said by the index definition. */
export function satisfiedOf(counts: LevelCounts, satisfiedLevels: readonly Level[]): number {
  return satisfiedLevels.reduce((sum, level) => sum + counts[level], 0)
}
