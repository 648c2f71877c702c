import { createHash } from 'node:crypto'

const HEX_4 = Array.from({ length: 65_536 }, (_, value) => value.toString(16).padStart(4, '0'))

/** A repeatable source of chance (sfc32, Doty-Humphrey's PractRand); whole-number arithmetic, alike on any machine. */
export class Random {
  readonly #seed: string
  #a: number
  #b: number
  #c: number
  #count = 1

  constructor(seed: string) {
    this.#seed = seed
    const bytes = createHash('sha256').update(seed).digest()
    this.#a = bytes.readInt32LE(0)
    this.#b = bytes.readInt32LE(4)
    this.#c = bytes.readInt32LE(8)
    for (let i = 0; i < 12; i++) this.bits()
  }

  /** Chance of its own for one purpose, whatever is drawn elsewhere. */
  for(purpose: string): Random {
    return new Random(`${this.#seed}|${purpose}`)
  }

  /** 32 bits. */
  bits(): number {
    const sum = (this.#a + this.#b + this.#count) | 0
    this.#count = (this.#count + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum
    this.#c |= 0
    return sum >>> 0
  }

  /** From 0 up to, but not, 1. */
  share(): number {
    return this.bits() / 4_294_967_296
  }

  chance(probability: number): boolean {
    return this.share() < probability
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.share() * (high - low + 1))
  }

  pick<T>(choices: readonly T[]): T {
    const picked = choices[Math.floor(this.share() * choices.length)]
    if (picked === undefined) throw new RangeError('There is nothing to pick from')
    return picked
  }

  /** One of the choices, each as often as its weight says. */
  weighted<T extends { readonly weight: number }>(choices: readonly T[]): T {
    let left = this.share() * choices.reduce((sum, choice) => sum + choice.weight, 0)
    const picked = choices.find((choice) => {
      left -= choice.weight
      return left < 0
    })
    return picked ?? this.pick(choices)
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.bits() >>> 24)
  }

  /** `words` times 32 bits in hex. */
  hex(words: number): string {
    let text = ''
    for (let i = 0; i < words; i++) text += hex8(this.bits())
    return text
  }

  /** A UUID of version 7 (RFC 9562) for an instant of the city's past. */
  uuid(at: number): string {
    const low = at % 65_536
    const time = `${hex8((at - low) / 65_536)}-${HEX_4[low]}`
    const [a, b, c] = [this.bits(), this.bits(), this.bits()]
    const version = HEX_4[0x7000 | (a & 0x0fff)]
    const variant = HEX_4[0x8000 | ((a >>> 16) & 0x3fff)]
    return `${time}-${version}-${variant}-${HEX_4[b >>> 16]}${hex8(c)}`
  }
}

function hex8(bits: number): string {
  return `${HEX_4[bits >>> 16]}${HEX_4[bits & 65_535]}`
}
