export interface Stretch {
  from: number
  to: number
}

const stretchesOf = (pattern: RegExp, folded: string): Stretch[] =>
  [...folded.matchAll(pattern)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }))

const DOSSIER =
  /(?<![a-z0-9.])(?:\d{3}\.?\d{2}\.?\d{2}\.?[a-z]\d{2}|[a-z]\d{2}(?:\.\d{1,4}){0,3})\s?[-_ .]\s?\d{6}\s?[-_ .]\s?\d{3,6}(?!\d)/g
/** The end of a code alone, where it is said what it is. */
const DOSSIER_TAIL =
  /(?<=(?:ho so|ma hs|so hs|bien nhan|giay hen)(?: so| ma)?(?: la)?\s?[:#]?\s?)\d{6}-\d{3,6}(?!\d)/g

/** Codes of dossiers, in both shapes in use. */
export function findDossierCodes(folded: string) {
  const found = [...stretchesOf(DOSSIER, folded), ...stretchesOf(DOSSIER_TAIL, folded)]
  return found.map((stretch) => ({ kind: 'dossier' as const, ...stretch }))
}

const PLATE =
  /(?<![a-z0-9.,/-])(\d{2})([ -]{0,2})([a-z]{1,2}\d?)([ .-]{0,2})(\d{3}[. ]\d{2}|\d{4,5})(?![a-z0-9]|[.,/]\d)/g
const VEHICLE =
  /(?<![a-z])(?:bien(?: so)?(?: xe)?|bks|bsx|xe(?: may| oto| o to| hoi| tai| ban tai)?)[^.;\d]{0,14}$/

/** Plates of vehicles; `text` is what was folded. */
export function findPlates(folded: string, text: string) {
  return [...folded.matchAll(PLATE)]
    .filter((found) => isPlate(found, folded, text))
    .map(({ 0: found, index }) => ({ kind: 'plate' as const, from: index, to: index + found.length }))
}

function isPlate(found: RegExpExecArray, folded: string, text: string): boolean {
  const [all = '', province = '', gap = '', series = '', second = '', number = ''] = found
  if (Number(province) < 11 || /[ijoqw]/.test(series[0] ?? '')) return false
  if (VEHICLE.test(folded.slice(Math.max(0, found.index - 40), found.index))) return true
  // `8h 30`, `20 to 1000`: without a word before it a plate is written close together or in capitals.
  const capitals = /\p{Lu}/u.test(text.slice(found.index, found.index + all.length))
  if (!capitals && (gap !== '' || (series.length === 2 && !/\d/.test(series)))) return false
  if (series === 'h' && !second.includes('-')) return false
  if (gap.trim() === '' && gap !== '' && !second) return false
  return number.length >= 5 || /\d/.test(series)
}

const PASSPORT = /(?<![a-z0-9])[bcnpekq]\d{7}(?![a-z0-9]|[.,/-]\d)/g
const PASSPORT_BEFORE = /(?:ho chieu|passport)[^.;\d]{0,15}$/

/** Passports: a capital and seven digits, in small letters only where it is said what it is. */
export function findPassports(folded: string, text: string) {
  return stretchesOf(PASSPORT, folded)
    .filter(
      ({ from }) =>
        /\p{Lu}/u.test(text[from] ?? '') || PASSPORT_BEFORE.test(folded.slice(Math.max(0, from - 30), from)),
    )
    .map((stretch) => ({ kind: 'identity' as const, ...stretch }))
}

const HARMLESS = [
  // days: 05/10/2026, 5-10-2026, 2026-10-05
  /(?<!\d)(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d{2}(?!\d)/g,
  /(?<!\d)(?:19|20)\d{2}([/-])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)/g,
  // procedures: 1.001193, 2.000815.000.00.00.H37
  /(?<![\d.])[1-3]\.\d{6}(?:\.[0-9a-z]{1,4}){0,6}(?!\d)/g,
  // amounts: 150.000 đồng, 1200000d, 5 triệu
  /(?<![\d.,])\d{1,15}(?:[., ]\d{3}){0,5}(?:,\d{1,2})?\s?(?:dong|vnd|d|k|nghin|ngan|trieu|tr|ty|usd|nhan dan te|te)(?![a-z0-9])/g,
  // what laws, orders and papers are called: 61/2018/NĐ-CP
  /(?<!\d)\d{1,5}\/(?:\d{4}\/)?[a-z]{2,5}\d{0,2}(?:-[a-z]{2,8}){0,3}(?![a-z])/g,
]

/** What looks like a number of somebody and is none. */
export const harmless = (folded: string): Stretch[] =>
  HARMLESS.flatMap((pattern) => stretchesOf(pattern, folded))
