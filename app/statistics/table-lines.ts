/** A line of a table before it is masked; `own` holds its counts by option without those of the lines below it. */
export interface TableLine {
  readonly id: string
  readonly parentId: string | null
  readonly own: readonly number[]
}

export interface CountedLine {
  readonly id: string
  readonly parent: string | null
  readonly below: readonly string[]
  readonly own: readonly number[]
  /** With everything below it. */
  readonly counts: readonly number[]
}

/** Lines by id in the ids' order, each with its sums; what a parent counts itself becomes a line `<id>/own`. */
export function tableLines(lines: readonly TableLine[]): Map<string, CountedLine> {
  const ids = new Set(lines.map(({ id }) => id))
  const placed = lines.map((line) => ({ ...line, parentId: isIn(ids, line.parentId) ? line.parentId : null }))
  const parents = new Set(placed.map(({ parentId }) => parentId))
  const leaves = placed.flatMap((line): TableLine[] => {
    if (!parents.has(line.id)) return [line]
    const apart = { id: `${line.id}/own`, parentId: line.id, own: line.own }
    const empty = { ...line, own: line.own.map(() => 0) }
    return line.own.some((count) => count > 0) ? [empty, apart] : [empty]
  })
  const sorted = leaves.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const byParent = Map.groupBy(sorted, ({ parentId }) => parentId)
  const byId = new Map(sorted.map((line) => [line.id, line]))
  const sums = new Map(sorted.map(({ id, own }) => [id, [...own]]))
  for (const { own, parentId } of sorted)
    for (let at = parentId; at !== null; at = byId.get(at)?.parentId ?? null) {
      const sum = sums.get(at)
      if (sum) for (const [option, count] of own.entries()) sum[option] = (sum[option] ?? 0) + count
    }
  return new Map(
    sorted.map(({ id, parentId, own }) => {
      const below = (byParent.get(id) ?? []).map((line) => line.id)
      return [id, { id, parent: parentId, below, own, counts: sums.get(id) ?? own }]
    }),
  )
}

const isIn = (ids: ReadonlySet<string>, id: string | null): id is string => id !== null && ids.has(id)
