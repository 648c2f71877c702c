import type { TableMask, TableRules } from '#app/statistics/table-disclosure.ts'
import type { TableLine } from '#app/statistics/table-lines.ts'
import { type Fact, RangeSolver } from './range-solver.ts'

export interface Published {
  readonly lines: readonly TableLine[]
  readonly mask: TableMask
}

/** A table with the places of its unknowns: the counts of a line itself, without those below it. */
class Unknowns {
  readonly options: number
  readonly #published: Published
  readonly #first: number

  constructor(published: Published, first: number) {
    this.#published = published
    this.#first = first
    this.options = published.lines[0]?.own.length ?? 0
  }

  get size(): number {
    return this.#published.lines.length * this.options
  }

  within(id: string): TableLine[] {
    const { lines } = this.#published
    return lines.filter((line) => {
      for (let at: string | null = line.id; at; at = lines.find((one) => one.id === at)?.parentId ?? null)
        if (at === id) return true
      return false
    })
  }

  places(id: string, options: readonly number[]): number[] {
    const { lines } = this.#published
    return this.within(id).flatMap((line) =>
      options.map((option) => this.#first + lines.indexOf(line) * this.options + option),
    )
  }

  count(id: string, options: readonly number[]): number {
    return this.within(id).reduce(
      (sum, { own }) => sum + options.reduce((all, option) => all + (own[option] ?? 0), 0),
      0,
    )
  }
}

const allOf = (options: number) => Array.from({ length: options }, (_, at) => at)

/** All that somebody can know who sees a table: parents that have others below them count nothing themselves here. */
function factsOf(
  { lines, mask }: Published,
  unknowns: Unknowns,
  groups: readonly (readonly number[])[],
): Fact[] {
  return lines.flatMap(({ id, own }) => {
    const isParent = lines.some((line) => line.parentId === id)
    const cells = mask.cells.get(id) ?? new Set()
    const facts: Fact[] = isParent
      ? own.map((_count, at) => ({ of: [...unknowns.places(id, [at]).slice(0, 1)], sum: 0 }))
      : []
    for (const group of groups) {
      if (!mask.lines.has(id)) facts.push({ of: unknowns.places(id, group), sum: unknowns.count(id, group) })
      const isWhole = group.every((option) => cells.has(option))
      for (const option of group) {
        const of = unknowns.places(id, [option])
        if (!cells.has(option)) facts.push({ of, sum: unknowns.count(id, [option]) })
        else if (!isWhole) facts.push({ of, sum: 1, atLeast: true })
      }
    }
    if (mask.lines.has(id)) facts.push({ of: unknowns.places(id, allOf(own.length)), sum: 1, atLeast: true })
    return facts
  })
}

/**
 * The hidden counts, of one table or of two periods with their sum, that lie in a narrower range than promised for
 * somebody who knows all that is shown: 5, or what a group of fewer than 5 leaves where its sum is shown with n.
 */
export function narrowCells(
  periods: readonly Published[],
  sum: TableMask | null,
  rules: TableRules,
): string[] {
  const first = periods[0]
  if (!first) return []
  const options = allOf(first.lines[0]?.own.length ?? 0)
  const groups = rules.groups ?? [options]
  const tables = periods.map((published, at) => {
    const unknowns = new Unknowns(published, at * published.lines.length * options.length)
    return { published, unknowns, facts: factsOf(published, unknowns, groups) }
  })
  const facts = tables.flatMap((table) => table.facts)
  if (sum) facts.push(...sumFacts(tables, sum, groups))
  const solver = new RangeSolver(facts)
  return tables.flatMap(({ published, unknowns }, period) =>
    published.lines.flatMap(({ id }) => {
      const narrow = groups.flatMap((group) => {
        const enough = groups.length === 1 ? 5 : Math.min(5, unknowns.count(id, group))
        return group
          .filter((option) => published.mask.cells.get(id)?.has(option) && unknowns.count(id, [option]) > 0)
          .filter((option) => solver.width(unknowns.places(id, [option])) < enough - 1e-6)
          .map((option) => `${period} ${id} ${option}`)
      })
      const isNarrow = published.mask.lines.has(id) && solver.width(unknowns.places(id, options)) < 5 - 1e-6
      return isNarrow ? [...narrow, `${period} ${id} n`] : narrow
    }),
  )
}

function sumFacts(
  tables: readonly { published: Published; unknowns: Unknowns }[],
  mask: TableMask,
  groups: readonly (readonly number[])[],
): Fact[] {
  const both = (id: string, options: readonly number[]): Fact => ({
    of: tables.flatMap(({ unknowns }) => unknowns.places(id, options)),
    sum: tables.reduce((sum, { unknowns }) => sum + unknowns.count(id, options), 0),
  })
  const ids = tables[0]?.published.lines.map(({ id }) => id) ?? []
  return ids.flatMap((id) =>
    groups.flatMap((group) => [
      ...(mask.lines.has(id) ? [] : [both(id, group)]),
      ...group.filter((option) => !mask.cells.get(id)?.has(option)).map((option) => both(id, [option])),
    ]),
  )
}
