import { constants, crc32, deflateRawSync } from 'node:zlib'

const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3])

/** A page kept whole and compressed but for one short text of `length` bytes that differs at each view. */
export interface KeptPage {
  plain(unique: string): Buffer
  gzip(unique: string): Buffer
}

/**
 * Keeps `html` compressed around its one `mark`. A view then costs a copy and a checksum, not a compression: the
 * part before is flushed to a byte border, the unique text is a stored block (RFC 1951, 3.2.4), the part after is
 * compressed with what stands before it as its window.
 */
export function keepPage(html: string, mark: string): KeptPage {
  const parts = html.split(mark)
  if (parts.length !== 2)
    throw new RangeError(`The page must hold its mark once, not ${parts.length - 1} times`)
  const [head, tail] = parts.map((part) => Buffer.from(part)) as [Buffer, Buffer]
  const length = Buffer.byteLength(mark)
  const level = constants.Z_BEST_COMPRESSION
  const before = deflateRawSync(head, { level, finishFlush: constants.Z_SYNC_FLUSH })
  // Bytes that no UTF-8 text holds stand in the window where the unique text will be, so nothing refers to it.
  const window = Buffer.concat([head, Buffer.alloc(length, 0xff)]).subarray(-32_768)
  const after = deflateRawSync(tail, { level, dictionary: window })
  const stored = Buffer.alloc(5)
  stored.writeUInt16LE(length, 1)
  stored.writeUInt16LE(~length & 0xffff, 3)
  const plain = (unique: string) => {
    const middle = Buffer.from(unique)
    if (middle.length !== length) throw new RangeError(`The unique text must have ${length} bytes`)
    return Buffer.concat([head, middle, tail])
  }
  return {
    plain,
    gzip(unique) {
      const whole = plain(unique)
      const trailer = Buffer.alloc(8)
      trailer.writeUInt32LE(crc32(whole), 0)
      trailer.writeUInt32LE(whole.length, 4)
      return Buffer.concat([GZIP_HEADER, before, stored, Buffer.from(unique), after, trailer])
    },
  }
}

/** Keeps at most `most` pages by what stands on them; the longest unused goes first. */
export class KeptPages {
  readonly #pages = new Map<string, KeptPage>()
  readonly #most: number

  constructor(most = 1_000) {
    this.#most = most
  }

  page(key: string, make: () => KeptPage): KeptPage {
    const page = this.#pages.get(key) ?? make()
    this.#pages.delete(key)
    this.#pages.set(key, page)
    if (this.#pages.size > this.#most) {
      const oldest = this.#pages.keys().next().value
      if (oldest !== undefined) this.#pages.delete(oldest)
    }
    return page
  }
}
