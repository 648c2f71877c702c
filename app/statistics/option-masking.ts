import { CellNetwork } from './cell-network.ts'
import { NARROWEST_RANGE } from './disclosure.ts'
import { sumOf } from './hidden-lines.ts'
import type { CountedLine } from './table-lines.ts'

interface Rules {
  readonly k: number
  readonly negative: readonly number[]
  readonly isOnlyGroup: boolean
}

interface Cell {
  readonly line: CountedLine
  /** Position of the option, or `SUM` for the sum of the group. */
  readonly option: number
}

const SUM = -1

/** Masks one group of options, whose sum every line shows that is not hidden itself (table-disclosure.ts). */
export class OptionMasking {
  readonly #lines: ReadonlyMap<string, CountedLine>
  readonly #hiddenLines: ReadonlySet<string>
  readonly #group: readonly number[]
  readonly #rules: Rules
  readonly #network = new CellNetwork()
  readonly #ground = this.#network.node()
  readonly #nodes = new Map<string, number>()
  readonly #arcs = new Map<string, number>()
  readonly #hidden: Cell[] = []
  /** Of each column: hidden counts of lines below its total, and their sum. */
  readonly #columns = new Map<string, { cells: number; sum: number }>()
  readonly #touchedLines = new Set<CountedLine>()
  readonly #touchedColumns = new Map<string, Cell>()
  /** Lines that show no option of the group, not even one that nobody chose. */
  readonly #whole = new Set<string>()

  constructor(
    lines: ReadonlyMap<string, CountedLine>,
    hiddenLines: ReadonlySet<string>,
    group: readonly number[],
    rules: Rules,
  ) {
    this.#lines = lines
    this.#hiddenLines = hiddenLines
    this.#group = group
    this.#rules = rules
  }

  /** Positions that each line does not show. */
  masked(): Map<string, Set<number>> {
    this.#hideSmall()
    this.#settle()
    // Hiding more never narrows a range, so each cell is looked at once, those added on the way too.
    for (const cell of this.#hidden) while (this.#isNarrow(cell) && this.#hideMore(cell)) this.#settle()
    const masked = new Map<string, Set<number>>()
    for (const { line, option } of this.#hidden)
      if (option !== SUM) masked.set(line.id, (masked.get(line.id) ?? new Set()).add(option))
    return masked
  }

  #hideSmall(): void {
    for (const line of this.#lines.values()) if (this.#hiddenLines.has(line.id)) this.#hideLine(line)
    if (this.#group.length < 2) return
    const { k, negative } = this.#rules
    for (const line of this.#lines.values()) {
      const n = sumOf(line.counts)
      if (n > 0 && this.#group.some((option) => negative.includes(option) && line.counts[option] === n))
        this.#hideWhole(line)
      for (const option of this.#group)
        if (countOf({ line, option }) > 0 && countOf({ line, option }) < k) this.#hide({ line, option })
    }
  }

  #hideLine(line: CountedLine): void {
    const cell = { line, option: SUM }
    const [from, to] = [this.#above(cell), this.#within(cell)]
    this.#arcs.set(keyOf(cell), this.#network.arc(from, to, this.#sumOf(line), 0))
    this.#hidden.push(cell)
    this.#hideWhole(line)
  }

  #hideWhole(line: CountedLine): true {
    this.#whole.add(line.id)
    for (const option of this.#group) {
      const arc = this.#arcs.get(keyOf({ line, option }))
      if (arc === undefined) this.#hide({ line, option })
      else this.#network.setLeast(arc, 0)
    }
    return true
  }

  #hide(cell: Cell): void {
    if (!this.#isShown(cell)) return
    // Nobody is told of a hidden 0 as long as the line shows its zeros: then each hidden count is 1 or more.
    const least = this.#whole.has(cell.line.id) ? 0 : 1
    const arc = this.#network.arc(this.#within(cell), this.#above(cell), countOf(cell), least)
    this.#arcs.set(keyOf(cell), arc)
    this.#hidden.push(cell)
    const { parent, below } = cell.line
    this.#touchedLines.add(cell.line)
    if (below.length > 0) this.#touchedColumns.set(keyOf(cell), cell)
    if (parent === null) return
    const total = { line: this.#line(parent), option: cell.option }
    this.#touchedColumns.set(keyOf(total), total)
    this.#addToColumn(keyOf(total), countOf(cell))
  }

  /** All lines and then all columns in turn, so that one cell may serve both. */
  #settle(): void {
    while (this.#touchedLines.size + this.#touchedColumns.size > 0) {
      const lines = [...this.#touchedLines]
      this.#touchedLines.clear()
      for (const line of lines) this.#settleLine(line)
      const columns = [...this.#touchedColumns.values()]
      this.#touchedColumns.clear()
      for (const total of columns) this.#settleColumn(total)
    }
  }

  #addToColumn(column: string, count: number): void {
    const { cells, sum } = this.#columns.get(column) ?? { cells: 0, sum: 0 }
    this.#columns.set(column, { cells: cells + 1, sum: sum + count })
  }

  /** Two or more options with at least k are hidden, or all. */
  #settleLine(line: CountedLine): void {
    if (this.#whole.has(line.id)) return
    const cells = this.#group.map((option) => ({ line, option }))
    const hidden = cells.filter((cell) => !this.#isShown(cell))
    if (this.#suffices({ cells: hidden.length, sum: sumOf(hidden.map(countOf)) })) return
    const next = this.#smallest(cells)
    if (next) this.#hide(next)
    else this.#hideWhole(line)
  }

  /** Two or more lines with at least k are hidden in a column whose total is shown, one or more where it is not. */
  #settleColumn(total: Cell): void {
    const { line: parent, option } = total
    const hidden = this.#columns.get(keyOf(total)) ?? { cells: 0, sum: 0 }
    const isOpen = this.#isShown(total)
    if (isOpen ? hidden.sum === 0 || this.#suffices(hidden) : hidden.sum > 0) return
    const cells = parent.below.map((id) => ({ line: this.#line(id), option }))
    const next = this.#smallest(cells) ?? (countOf(total) > 0 && isOpen ? total : undefined)
    if (next) this.#hide(next)
  }

  #suffices({ cells, sum }: { cells: number; sum: number }): boolean {
    return cells >= 2 && sum >= this.#rules.k
  }

  #isNarrow(cell: Cell): boolean {
    const { line } = cell
    const value = cell.option === SUM ? this.#sumOf(line) : countOf(cell)
    if (value === 0) return false
    const enough = this.#rules.isOnlyGroup ? NARROWEST_RANGE : Math.min(NARROWEST_RANGE, this.#sumOf(line))
    const arc = this.#arcs.get(keyOf(cell))
    return arc !== undefined && this.#network.width(arc, enough) < enough
  }

  /** Hides something near a cell: in its line, in its column, its total, in the lines beside it, anywhere. */
  #hideMore({ line, option }: Cell): boolean {
    const inLine = this.#smallest(this.#cellsOf([line]))
    if (!inLine && !this.#whole.has(line.id)) return this.#hideWhole(line)
    const above = line.parent === null ? [] : [this.#line(line.parent)]
    const beside = above.flatMap(({ below }) => below.map((id) => this.#line(id)))
    const inColumn = (lines: readonly CountedLine[]) =>
      option === SUM ? undefined : this.#smallest(lines.map((each) => ({ line: each, option })))
    const around = this.#cellsOf([...beside, ...above])
    const next =
      inLine ?? inColumn(beside) ?? inColumn(above) ?? this.#smallest(around) ?? this.#smallestOfAll()
    if (next) this.#hide(next)
    const rest = [...beside, ...above, ...this.#lines.values()].find((each) => !this.#whole.has(each.id))
    return next !== undefined || (rest !== undefined && this.#hideWhole(rest))
  }

  #cellsOf(lines: readonly CountedLine[]): Cell[] {
    return lines.flatMap((line) => this.#group.map((option) => ({ line, option })))
  }

  #smallestOfAll(): Cell | undefined {
    return this.#smallest(this.#cellsOf([...this.#lines.values()]))
  }

  #smallest(cells: readonly Cell[]): Cell | undefined {
    let smallest: Cell | undefined
    for (const cell of cells)
      if (countOf(cell) > 0 && this.#isShown(cell) && (!smallest || countOf(cell) < countOf(smallest)))
        smallest = cell
    return smallest
  }

  #isShown(cell: Cell): boolean {
    return !this.#arcs.has(keyOf(cell))
  }

  #sumOf({ counts }: CountedLine): number {
    return this.#group.reduce((sum, option) => sum + (counts[option] ?? 0), 0)
  }

  #line(id: string): CountedLine {
    const line = this.#lines.get(id)
    if (!line) throw new RangeError(`No line ${id}`)
    return line
  }

  /** The sum that a cell is part of upwards: its column's in the line above. */
  #above({ line, option }: Cell): number {
    return line.parent === null ? this.#ground : this.#node(`${option} ${line.parent}`)
  }

  /** The other sum it stands in: its line's, or for a line with others below it its column's there. */
  #within({ line, option }: Cell): number {
    return this.#node(line.below.length === 0 ? `line ${line.id}` : `${option} ${line.id}`)
  }

  #node(key: string): number {
    const known = this.#nodes.get(key)
    if (known !== undefined) return known
    const made = this.#network.node()
    this.#nodes.set(key, made)
    return made
  }
}

const keyOf = ({ line, option }: Cell): string => `${option} ${line.id}`
const countOf = ({ line, option }: Cell): number => line.counts[option] ?? 0
