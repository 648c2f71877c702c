/** Crockford's base 32: no letter that is mistaken for a figure when it is read from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 80 bits: chooses a password, on paper or in a mail. */
export const STAFF_CODE_LENGTH = 16
/** 50 bits: stands in once for the code of a phone that is lost. */
export const RECOVERY_CODE_LENGTH = 10

/** What was typed as the code that was printed: without spaces and dashes, in capitals, O as 0, I and L as 1. */
export function readAccessCode(typed: string, length: number): string | null {
  if (typed.length > 4 * length) return null
  const code = typed
    .replace(/[\s\-–.]/g, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return code.length === length && [...code].every((letter) => ALPHABET.includes(letter)) ? code : null
}

/** Random bytes as a code, five bits a letter. */
export function spellAccessCode(bytes: Uint8Array, length: number): string {
  let bits = 0
  let held = 0
  let code = ''
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    bits += 8
    for (; bits >= 5 && code.length < length; bits -= 5) code += ALPHABET[(held >> (bits - 5)) & 31]
  }
  if (code.length < length) throw new RangeError(`${bytes.length} bytes are too few for ${length} letters`)
  return code
}

/** As it is printed: `K7Q2-9FHX-...`. */
export const inGroups = (code: string, size: number): string =>
  code.replace(new RegExp(`(.{${size}})(?=.)`, 'g'), '$1-')
