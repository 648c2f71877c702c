import type { Said } from './chained-entry.ts'
import type { Paired } from './tablet-store.client.ts'

const RING = 'hai-long-kiosk-ring'
const SPARE = 'hai-long-kiosk-spare'
/** As promised (R16): older ones give way. */
const MOST = 200

/**
 * Where ratings go while IndexedDB takes none: localStorage, which promises no durability, so nobody is thanked for
 * them. They have no number yet; they get one when the store works again.
 */
export function addToRing(said: Said): boolean {
  try {
    localStorage.setItem(RING, JSON.stringify([...ring(), said].slice(-MOST)))
    return true
  } catch {
    return false
  }
}

export function ring(): Said[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(RING) ?? '[]')
    return Array.isArray(read) ? read : []
  } catch {
    return []
  }
}

/** Takes one out that is in the store by now. */
export function dropFromRing(id: string): void {
  const left = ring().filter((said) => said.id !== id)
  if (left.length > 0) localStorage.setItem(RING, JSON.stringify(left))
  else localStorage.removeItem(RING)
}

/** The credential once more, so that a tablet whose store does not open can still say so to the server. */
export function keepSpare(paired: Paired): void {
  try {
    localStorage.setItem(SPARE, JSON.stringify(paired))
  } catch {
    // The store has it.
  }
}

export function spare(): Paired | null {
  try {
    return JSON.parse(localStorage.getItem(SPARE) ?? 'null') as Paired | null
  } catch {
    return null
  }
}
