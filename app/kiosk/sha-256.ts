/** FIPS 180-4, 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const ROUNDS = fractions(64, Math.cbrt)
/** One block's message schedule, used again for each. */
const WORDS = new Uint32Array(64)
/** FIPS 180-4, 5.3.3: the same of the square roots of the first 8. */
const START = fractions(8, Math.sqrt)

/**
 * SHA-256 of a text's UTF-8 bytes, in hex. Ours because it must answer at once: an IndexedDB transaction ends while
 * `crypto.subtle` is waited for, and on a plain-http address of a local network there is no `crypto.subtle`.
 */
export function sha256(text: string): string {
  const state = Uint32Array.from(START)
  const blocks = padded(new TextEncoder().encode(text))
  for (let at = 0; at < blocks.byteLength; at += 64) compress(state, new DataView(blocks.buffer, at, 64))
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('')
}

/** The bytes, a one bit, zeros, and the length in bits: whole blocks of 64 bytes. */
function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  whole.set(bytes)
  whole[bytes.length] = 0x80
  const view = new DataView(whole.buffer)
  view.setUint32(whole.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(whole.length - 4, bytes.length * 8)
  return whole
}

/** Plain and without a word too many: the first tap of a day meets it before the browser has optimised it. */
function compress(state: Uint32Array, block: DataView): void {
  const words = WORDS
  for (let at = 0; at < 16; at++) words[at] = block.getUint32(at * 4)
  for (let at = 16; at < 64; at++) {
    const far = words[at - 15] as number
    const near = words[at - 2] as number
    const spread = turn(far, 7) ^ turn(far, 18) ^ (far >>> 3)
    const mixed = turn(near, 17) ^ turn(near, 19) ^ (near >>> 10)
    words[at] = (words[at - 16] as number) + spread + (words[at - 7] as number) + mixed
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let at = 0; at < 64; at++) {
    const mixed = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const round = (ROUNDS[at] as number) + (words[at] as number)
    const first = (h + mixed + ((e & f) ^ (~e & g)) + round) >>> 0
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
    h = g
    g = f
    f = e
    e = (d + first) >>> 0
    d = c
    c = b
    b = a
    a = (first + second) >>> 0
  }
  for (const [at, value] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at] ?? 0) + value
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by))

function fractions(count: number, root: (prime: number) => number): number[] {
  const primes: number[] = []
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n)
  return primes.map((prime) => Math.floor((root(prime) % 1) * 2 ** 32))
}
