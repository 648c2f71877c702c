const EPSILON = 1e-7

/** `sum` of unknowns that are 0 or more, or at least so much where `atLeast` is set. */
export interface Fact {
  readonly of: readonly number[]
  readonly sum: number
  readonly atLeast?: boolean
}

/** All that follows from some facts about unknowns, by the simplex method on a dense tableau. */
export class RangeSolver {
  /** Where an unknown stands; those that are simply stated stand nowhere. */
  readonly #columns = new Map<number, number>()
  readonly #width: number
  #rows: Float64Array[]
  #basis: number[]

  constructor(all: readonly Fact[]) {
    const facts = withoutKnown(all)
    for (const at of facts.flatMap(({ of }) => of))
      if (!this.#columns.has(at)) this.#columns.set(at, this.#columns.size)
    const slacks = facts.filter(({ atLeast }) => atLeast).length
    let slack = this.#columns.size
    const width = slack + slacks
    const rows = facts.map(({ of, sum, atLeast }) => {
      const row = new Float64Array(width + 1)
      for (const at of of) row[this.#columns.get(at) ?? -1] = 1
      if (atLeast) row[slack++] = -1
      row[width] = sum
      return row
    })
    this.#width = width
    this.#rows = reduced(rows, width)
    this.#basis = []
    this.#findStart()
  }

  /** How far apart the least and the greatest value of a sum of unknowns lie. */
  width(of: readonly number[]): number {
    const objective = (sign: number) => {
      const costs = Array<number>(this.#width).fill(0)
      for (const at of of) {
        const column = this.#columns.get(at)
        if (column !== undefined) costs[column] = sign
      }
      return costs
    }
    return this.#most(objective(1)) + this.#most(objective(-1))
  }

  /** A solution to start from: artificial unknowns are driven to 0. */
  #findStart(): void {
    const { length } = this.#rows
    const width = this.#width
    this.#rows = this.#rows.map((row, at) => {
      const rest = row[width] ?? 0
      const sign = rest < 0 ? -1 : 1
      const own = Array.from({ length }, (_, other) => (other === at ? 1 : 0))
      return Float64Array.of(...row.slice(0, width).map((value) => value * sign), ...own, rest * sign)
    })
    this.#basis = this.#rows.map((_row, at) => width + at)
    const left = -this.#most([...Array<number>(width).fill(0), ...Array<number>(length).fill(-1)])
    if (left > EPSILON) throw new Error('No table fits the facts')
    for (const [at, basic] of this.#basis.entries()) {
      if (basic < width) continue
      const column = (this.#rows[at] ?? new Float64Array()).findIndex(
        (value, i) => i < width && Math.abs(value) > EPSILON,
      )
      if (column >= 0) this.#pivot(at, column)
    }
    this.#rows = this.#rows.map((row) => Float64Array.of(...row.slice(0, width), row.at(-1) ?? 0))
  }

  #most(costs: readonly number[]): number {
    for (;;) {
      const column = this.#entering(costs)
      if (column < 0) break
      const at = this.#leaving(column)
      if (at < 0) return Infinity
      this.#pivot(at, column)
    }
    return this.#rows.reduce(
      (sum, row, at) => sum + (costs[this.#basis[at] ?? -1] ?? 0) * (row.at(-1) ?? 0),
      0,
    )
  }

  /** Bland's rule: the first unknown that pays. */
  #entering(costs: readonly number[]): number {
    const paying = this.#rows.flatMap((row, at) => {
      const cost = costs[this.#basis[at] ?? -1] ?? 0
      return cost === 0 ? [] : [{ row, cost }]
    })
    return costs.findIndex((cost, column) => {
      const loss = paying.reduce((sum, { row, cost: basic }) => sum + basic * (row[column] ?? 0), 0)
      return cost - loss > EPSILON
    })
  }

  #leaving(column: number): number {
    let best = -1
    let least = Infinity
    for (const [at, row] of this.#rows.entries()) {
      const value = row[column] ?? 0
      if (value <= EPSILON) continue
      const ratio = (row.at(-1) ?? 0) / value
      const isFirst =
        Math.abs(ratio - least) <= EPSILON && (this.#basis[at] ?? 0) < (this.#basis[best] ?? Infinity)
      if (ratio < least - EPSILON || isFirst) [best, least] = [at, ratio]
    }
    return best
  }

  #pivot(at: number, column: number): void {
    const pivot = this.#rows[at] ?? new Float64Array()
    const by = pivot[column] ?? 1
    for (let i = 0; i < pivot.length; i++) pivot[i] = (pivot[i] ?? 0) / by
    for (const [other, row] of this.#rows.entries()) {
      const factor = row[column] ?? 0
      if (other === at || factor === 0) continue
      for (let i = 0; i < row.length; i++) row[i] = (row[i] ?? 0) - factor * (pivot[i] ?? 0)
    }
    this.#basis[at] = column
  }
}

/** Facts about what is not simply stated: unknowns of a fact about them alone, and of sums of 0, are known. */
function withoutKnown(facts: readonly Fact[]): Fact[] {
  const known = new Map<number, number>()
  let left: readonly Fact[] = facts
  for (let before = -1; before !== known.size; ) {
    before = known.size
    left = left.map((fact) => ({
      ...fact,
      of: fact.of.filter((at) => !known.has(at)),
      sum: fact.of.reduce((sum, at) => sum - (known.get(at) ?? 0), fact.sum),
    }))
    for (const { of, sum, atLeast } of left)
      if (!atLeast && (of.length === 1 || sum === 0)) for (const at of of) known.set(at, sum)
  }
  if (left.some(({ of, sum, atLeast }) => of.length === 0 && (atLeast ? sum > 0 : sum !== 0)))
    throw new Error('No table fits the facts')
  return left.filter(({ of }) => of.length > 0)
}

/** The same facts without those that follow from others. */
function reduced(rows: Float64Array[], width: number): Float64Array[] {
  const kept: Float64Array[] = []
  const pivots: number[] = []
  for (const row of rows) {
    for (const [at, pivot] of pivots.entries()) subtract(row, kept[at] ?? new Float64Array(), row[pivot] ?? 0)
    const column = row.findIndex((value, at) => at < width && Math.abs(value) > EPSILON)
    if (column < 0) continue
    const by = row[column] ?? 1
    for (let i = 0; i < row.length; i++) row[i] = (row[i] ?? 0) / by
    kept.push(row)
    pivots.push(column)
  }
  return kept
}

function subtract(row: Float64Array, other: Float64Array, factor: number): void {
  if (factor !== 0) for (let i = 0; i < row.length; i++) row[i] = (row[i] ?? 0) - factor * (other[i] ?? 0)
}
