import type { Random } from '#scripts/demo-city/random.ts'
import { DIRECTORY, type Operation } from './recording.ts'

/**
 * What a power cut leaves of what was not synced: nothing, everything, some whole writes, or single sectors of them.
 * A file's sync makes its content durable, never its name: names need the sync of their directory (POSIX, stricter
 * than ext4, XFS and btrfs). Names change in order, content in any order.
 */
export const VARIANTS = ['none', 'all', 'some', 'torn'] as const
export type Variant = (typeof VARIANTS)[number]

const SECTOR = 512

type Change = { at: number; bytes: Buffer } | { size: number } | { atLeast: number }

/** A file's bytes; what was never written reads as zeros. */
class Image {
  #bytes: Buffer
  size: number

  constructor(content: Buffer) {
    this.#bytes = Buffer.from(content)
    this.size = content.length
  }

  apply(change: Change): void {
    if ('bytes' in change) {
      this.#grow(change.at + change.bytes.length)
      change.bytes.copy(this.#bytes, change.at)
    } else if ('atLeast' in change) {
      this.#grow(change.atLeast)
    } else {
      if (change.size < this.size) this.#bytes.fill(0, change.size, this.size)
      this.size = Math.min(this.size, change.size)
      this.#grow(change.size)
    }
  }

  content(): Buffer {
    return this.#bytes.subarray(0, this.size)
  }

  #grow(size: number): void {
    if (size > this.#bytes.length) {
      const larger = Buffer.alloc(size * 2)
      this.#bytes.copy(larger)
      this.#bytes = larger
    }
    this.size = Math.max(this.size, size)
  }
}

interface File {
  durable: Image
  pending: Change[]
}

/** Files of one directory as a disk holds them: what was synced, and what may be lost. */
export class Disk {
  /** Grows with every sync. */
  syncs = 0
  #names: Map<string, File>
  #durableNames: Map<string, File>
  #renamed: { name: string; file: File | undefined }[] = []
  #handles = new Map<number, File | 'directory'>()

  /** What is there at the beginning has been durable for long. */
  constructor(content: Map<string, Buffer>) {
    this.#names = new Map(
      [...content].map(([name, bytes]) => [name, { durable: new Image(bytes), pending: [] }]),
    )
    this.#durableNames = new Map(this.#names)
  }

  apply(operation: Operation): void {
    if (operation.kind === 'open') this.#open(operation.handle, operation.name)
    if (operation.kind === 'write') this.#change(operation.handle, operation)
    if (operation.kind === 'truncate') this.#change(operation.handle, operation)
    if (operation.kind === 'sync') this.#sync(operation.handle)
    if (operation.kind === 'unlink') this.#rename(operation.name, undefined)
  }

  /** How many changes a power cut now could lose. */
  get pending(): number {
    const files = new Set([...this.#names.values(), ...this.#durableNames.values()])
    return this.#renamed.length + [...files].reduce((sum, { pending }) => sum + pending.length, 0)
  }

  /** The files that a power cut now leaves. */
  afterCut(variant: Variant, random: Random): Map<string, Buffer> {
    const names = new Map(this.#durableNames)
    const kept = { none: 0, all: this.#renamed.length }
    const renamed =
      variant === 'none' || variant === 'all' ? kept[variant] : random.between(0, this.#renamed.length)
    for (const { name, file } of this.#renamed.slice(0, renamed)) {
      if (file) names.set(name, file)
      else names.delete(name)
    }
    return new Map([...names].map(([name, file]) => [name, survivors(file, variant, random)]))
  }

  #open(handle: number, name: string): void {
    if (name === DIRECTORY) {
      this.#handles.set(handle, 'directory')
      return
    }
    const file = this.#names.get(name) ?? { durable: new Image(Buffer.alloc(0)), pending: [] }
    this.#handles.set(handle, file)
    if (!this.#names.has(name)) this.#rename(name, file)
  }

  #rename(name: string, file: File | undefined): void {
    if (file) this.#names.set(name, file)
    else this.#names.delete(name)
    this.#renamed.push({ name, file })
  }

  #change(handle: number, change: Change): void {
    const file = this.#handles.get(handle)
    if (file === undefined || file === 'directory') throw new Error(`Handle ${handle} is no open file`)
    file.pending.push(change)
  }

  #sync(handle: number): void {
    this.syncs++
    const file = this.#handles.get(handle)
    if (file === 'directory') {
      this.#durableNames = new Map(this.#names)
      this.#renamed = []
    } else if (file) {
      for (const change of file.pending) file.durable.apply(change)
      file.pending = []
    }
  }
}

function survivors({ durable, pending }: File, variant: Variant, random: Random): Buffer {
  const image = new Image(durable.content())
  if (variant === 'none') return image.content()
  // From almost nothing to almost everything survives, another share each time.
  const share = random.share()
  for (const change of pending) {
    if (variant === 'all') image.apply(change)
    else if (variant === 'torn' && 'bytes' in change) tear(image, change, share, random)
    else if (random.chance(share)) image.apply(change)
    // The new size may have reached the disk without the bytes.
    else if ('bytes' in change && random.chance(0.5))
      image.apply({ atLeast: change.at + change.bytes.length })
  }
  return image.content()
}

function tear(
  image: Image,
  { at, bytes }: { at: number; bytes: Buffer },
  share: number,
  random: Random,
): void {
  const end = at + bytes.length
  for (let from = at; from < end; ) {
    const to = Math.min(end, (Math.floor(from / SECTOR) + 1) * SECTOR)
    if (random.chance(share)) image.apply({ at: from, bytes: bytes.subarray(from - at, to - at) })
    else if (random.chance(0.5)) image.apply({ atLeast: to })
    from = to
  }
}
