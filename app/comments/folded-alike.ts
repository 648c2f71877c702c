const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/
const DASHES = /[\u2010-\u2015\u2212]/

/**
 * NFC text as it is searched for, sign by sign: lower case, no marks, `đ` as `d`, every dash a hyphen, wide digits
 * plain. As long as the text, so that a place in one is the same place in the other.
 */
export function foldedAlike(text: string): string {
  let folded = ''
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const isPair = unit >= 0xd800 && (text.codePointAt(at) ?? 0) > 0xffff
    folded += isPair ? '\u0001\u0001' : (KNOWN[unit] ?? foldedSign(text.charAt(at)))
    if (isPair) at += 1
  }
  // A zero is often written as the letter where a number begins.
  return folded.replace(/(?<![a-z0-9])o(?=\d{8,9}(?!\d))/g, '0')
}

function foldedSign(sign: string): string {
  if (sign <= '\u007f') return sign.toLowerCase()
  if (sign === 'đ' || sign === 'Đ') return 'd'
  if (INVISIBLE.test(sign)) return '.'
  if (DASHES.test(sign)) return '-'
  return sign.normalize('NFKD').toLowerCase()[0] ?? sign
}

/** Every sign that Vietnamese is written with, by its number. */
const KNOWN = Array.from({ length: 0x2000 }, (_, unit) => foldedSign(String.fromCharCode(unit)))

/** Takes stretches out of a text without moving the rest. */
export function without(text: string, spans: readonly { from: number; to: number }[]): string {
  let at = 0
  let left = ''
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    if (to <= at) continue
    const start = Math.max(at, from)
    left += text.slice(at, start) + '\u0001'.repeat(to - start)
    at = to
  }
  return left + text.slice(at)
}
