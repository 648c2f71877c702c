import { ENTRY_FORMAT, hashedText, type KioskEntry, NO_PREVIOUS, type UnhashedEntry } from './kiosk-entry.ts'
import { sha256 } from './sha-256.ts'
import type { Waiting } from './unsent-queue.ts'

/** Where the device's own count stands. */
export interface Chain {
  /** The number that the next entry gets. */
  next: number
  /** The hash that it names. */
  previous: string
}

export const NEW_CHAIN: Chain = { next: 1, previous: NO_PREVIOUS }

type WithoutPlace<Entry> = Entry extends KioskEntry ? Omit<Entry, 'number' | 'previous' | 'hash'> : never

/** A tap or its reasons, before it has its place in the chain. */
export type Said = WithoutPlace<KioskEntry>

/** Gives what was said its place; answers the entry and the chain behind it. */
export function chainedEntry({ next, previous }: Chain, said: Said): { waiting: Waiting; chain: Chain } {
  const unhashed = { ...said, number: next, previous } as UnhashedEntry
  const entry = { ...unhashed, hash: sha256(hashedText(unhashed)) } as KioskEntry
  return { waiting: { format: ENTRY_FORMAT, entry }, chain: { next: next + 1, previous: entry.hash } }
}
