/** Crockford's base 32: no I, L, O, U; typed without regard to case, O read as 0, I and L as 1. */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Typed text as its code would be printed: half width, upper case, without spaces and dashes, look-alikes resolved. */
export function asPrinted(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―−]+/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}

/** The first `length` characters of the bytes read as a bit string, five bits each, missing bits 0. */
export function encodeBits(bytes: Uint8Array, length: number): string {
  let text = ''
  for (let at = 0; at < length; at++) {
    let value = 0
    for (let bit = at * 5; bit < at * 5 + 5; bit++) {
      value = (value << 1) | (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1)
    }
    text += ALPHABET[value]
  }
  return text
}

export function isCrockford(text: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]+$/.test(text)
}

/** A code in groups of four, to compare with the printed one. */
export function inGroups(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}
