/** What of a table cannot be seen, as flows: each hidden cell stands in two sums and moves what one of them loses to the other. */
interface Arc {
  readonly from: number
  readonly to: number
  value: number
  least: number
  /** A range it is known to have. */
  known: number
}

/**
 * The hidden cells of a table as a network (Cox, JASA 1995): a node is a shown sum, an arc a hidden cell. Whoever knows
 * all that is shown can tell a cell from its neighbours just as far as flow can be sent around through it.
 */
export class CellNetwork {
  readonly #arcs: Arc[] = []
  readonly #at: number[][] = []

  node(): number {
    return this.#at.push([]) - 1
  }

  arc(from: number, to: number, value: number, least: number): number {
    const id = this.#arcs.push({ from, to, value, least, known: 0 }) - 1
    this.#at[from]?.push(id)
    this.#at[to]?.push(id)
    return id
  }

  /** A cell's least possible value, when more is hidden beside it than before. */
  setLeast(id: number, least: number): void {
    const arc = this.#arcs[id]
    if (arc) arc.least = least
  }

  /** How far apart the least and the greatest possible value of a cell lie, counted up to `enough`; exact below it. */
  width(id: number, enough: number): number {
    const arc = this.#arcs[id]
    if (!arc) throw new RangeError(`No cell ${id}`)
    if (arc.known >= enough) return arc.known
    const up = this.#sent(arc.to, arc.from, id, enough)
    if (up >= enough) return up
    const down = this.#sent(arc.from, arc.to, id, Math.min(enough - up, arc.value - arc.least))
    return up + down
  }

  /** How much can be sent from one node to another without the arc `without`; puts everything back. */
  #sent(source: number, sink: number, without: number, most: number): number {
    const before = new Map<number, number>()
    let sent = 0
    while (sent < most) {
      const path = this.#path(source, sink, without)
      if (!path) break
      const amount = Math.min(most - sent, ...path.map(({ room }) => room))
      for (const { id, forward } of path) {
        const arc = this.#arcs[id]
        if (!arc) continue
        if (!before.has(id)) before.set(id, arc.value)
        arc.value += forward ? amount : -amount
        if (sent === 0) arc.known = Math.max(arc.known, amount)
      }
      sent += amount
    }
    for (const [id, value] of before) {
      const arc = this.#arcs[id]
      if (arc) arc.value = value
    }
    return sent
  }

  /** Steps that lead from source to sink with room on every arc; looked for from the end with fewer arcs. */
  #path(source: number, sink: number, without: number): Step[] | null {
    const arcsAt = (node: number) => this.#at[node]?.length ?? 0
    const back = arcsAt(sink) < arcsAt(source)
    const [start, goal] = back ? [sink, source] : [source, sink]
    const seen = new Set([start])
    const path: Step[] = []
    const tried = [0]
    for (let node = start; ; ) {
      const step = this.#nextStep({ at: node, back, without, seen, tried })
      if (step) {
        path.push(step)
        if (step.next === goal) return path
        seen.add(step.next)
        tried.push(0)
        node = step.next
      } else if (path.length === 0) return null
      else {
        tried.pop()
        node = path.pop()?.at ?? start
      }
    }
  }

  #nextStep({ at, back, without, seen, tried }: Search): Step | null {
    const arcs = this.#at[at] ?? []
    for (let turn = tried.at(-1) ?? 0; turn < arcs.length; turn++) {
      const id = arcs[turn] ?? without
      const arc = this.#arcs[id]
      if (!arc || id === without) continue
      const forward = (arc.from === at) !== back
      const next = arc.from === at ? arc.to : arc.from
      if ((!forward && arc.value <= arc.least) || seen.has(next)) continue
      tried[tried.length - 1] = turn + 1
      return { id, forward, room: forward ? Infinity : arc.value - arc.least, at, next }
    }
    return null
  }
}

interface Search {
  readonly at: number
  /** Against the direction of what is sent. */
  readonly back: boolean
  readonly without: number
  readonly seen: ReadonlySet<number>
  /** Arcs tried at each node of the path. */
  readonly tried: number[]
}

interface Step {
  readonly id: number
  readonly forward: boolean
  readonly room: number
  readonly at: number
  readonly next: number
}
