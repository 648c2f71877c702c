import { listChainAt } from '#db/queries/kiosk-entries.ts'
import type { Tx } from '#db/schema.ts'
import { NO_PREVIOUS } from './kiosk-entry.ts'

interface Link {
  id: string
  number: number
  previous: string
  hash: string
}

/** A device's entries around those of a batch, by number. */
export class DeviceChain {
  readonly #links = new Map<number, Link>()
  readonly #breaks: number[] = []

  constructor(links: readonly Link[]) {
    for (const link of links) this.#links.set(link.number, link)
  }

  /** Links an entry to its neighbours, and remembers its number where it does not fit to one that has come. */
  link({ id, number, previous, hash }: Link): void {
    const [before, twin, after] = [-1, 0, 1].map((step) => this.#links.get(number + step))
    const fits =
      (!before || before.hash === previous) &&
      (!after || after.previous === '' || after.previous === hash) &&
      (!twin || twin.id === id) &&
      (number !== 1 || previous === NO_PREVIOUS)
    if (!fits) this.#breaks.push(number)
    if (!twin || twin.id === id) this.#links.set(number, { id, number, previous, hash })
  }

  breaks(): readonly number[] {
    return this.#breaks
  }
}

/** The chain of a device at these numbers and next to them, in one statement. */
export async function chainAround(
  tx: Tx,
  deviceId: string,
  numbers: readonly number[],
): Promise<DeviceChain> {
  const near = new Set(numbers.flatMap((number) => [number - 1, number, number + 1]))
  return new DeviceChain(await listChainAt(tx, deviceId, [...near]))
}
