import { hiddenInTree } from './disclosure.ts'
import { sumOf } from './hidden-lines.ts'
import { OptionMasking } from './option-masking.ts'
import { type CountedLine, type TableLine, tableLines } from './table-lines.ts'

export interface TableRules {
  /** Fewer than this are not shown: `minimumN` of the index definition inside the city, 10 in public and by counter. */
  readonly k: number
  /**
   * Options (positions) whose sum is shown for every line whose n is: levels 1-3 and 4-5, since the share is. Without
   * it all options are one group, whose sum is n.
   */
  readonly groups?: readonly (readonly number[])[]
  /** Options that a whole line may not be known to have chosen (levels 1-3, "Không hài lòng"). */
  readonly negative?: readonly number[]
}

/** What of a table may not be shown. */
export interface TableMask {
  /** Lines that show nothing, not even their n. */
  readonly lines: ReadonlySet<string>
  /** Options (positions) that a line does not show; every option of a hidden line. */
  readonly cells: ReadonlyMap<string, ReadonlySet<number>>
}

/**
 * Which cells of a table of lines (offices, procedures, hours, months) × options (levels, answers) may not be shown.
 *
 * How a page calls it: give it every line the table has, before any filter, paging or viewer's part; column totals are
 * a line of their own that is the parent of all others (`withTotal`), fields or offices between are parents too; a
 * parent's `own` holds only what lies in no line below it and is treated as a shown line `<id>/own`. Options of one
 * line add up to its n; for a question with several answers call it once an option with `[chosen, not chosen]`.
 * A second period stands in a table of its own; their sum may be shown as far as `maskOfSum` allows. The same counts
 * give the same mask, in whatever order; a few ms for 60 lines × 5 options.
 *
 * Rules (GP Patient Survey; ONS): a line of fewer than k, and options with 1 to k-1, are hidden; with each the next
 * smallest of its line and of its column until two or more with at least k are hidden, or the total itself; a
 * unanimous negative option is hidden. Then from all that is shown every hidden count must have a range of at least 5
 * (in a group of fewer than 5, of the group), else more is hidden.
 */
export function maskedTable(lines: readonly TableLine[], rules: TableRules): TableMask {
  const counted = tableLines(lines)
  const all = [...counted.values()]
  const hidden = hiddenInTree(
    all.map(({ id, parent, own }) => ({ id, parentId: parent, own: sumOf(own) })),
    rules.k,
  )
  const options = all[0]?.counts.map((_count, at) => at) ?? []
  const groups = rules.groups ?? [options]
  const masked = groups.map((group) => {
    const masking = new OptionMasking(counted, hidden, group, {
      k: rules.k,
      negative: rules.negative ?? [],
      isOnlyGroup: groups.length === 1,
    })
    return masking.masked()
  })
  const ofLine = (id: string) => new Set(masked.flatMap((cells) => [...(cells.get(id) ?? [])]))
  return { lines: hidden, cells: new Map(all.map(({ id }) => [id, ofLine(id)])) }
}

/**
 * What may be shown of a sum of tables of which each may be shown with its mask (this period and the one before): only
 * what can be reckoned from them, so that the sum tells nothing new.
 */
export function maskOfSum(masks: readonly TableMask[]): TableMask {
  const ids = new Set(masks.flatMap(({ cells }) => [...cells.keys()]))
  const ofLine = (id: string) => new Set(masks.flatMap(({ cells }) => [...(cells.get(id) ?? [])]))
  return {
    lines: new Set(masks.flatMap(({ lines }) => [...lines])),
    cells: new Map([...ids].map((id) => [id, ofLine(id)])),
  }
}

/** The same lines below one line of their sum, called `total`. */
export function withTotal(lines: readonly TableLine[], total = 'total'): TableLine[] {
  const nothing = lines[0]?.own.map(() => 0) ?? []
  const under = lines.map((line) => ({ ...line, parentId: line.parentId ?? total }))
  return [{ id: total, parentId: null, own: nothing }, ...under]
}

export type { CountedLine, TableLine }
