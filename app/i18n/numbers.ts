import { dayOf, writtenDay } from '../calendar/day.ts'
import { HTML_LANG, type Lang } from './languages.ts'

const formats = new Map<string, Intl.NumberFormat>()

/** Making a format costs some twenty times its use, so each is made once. */
function formatOf(lang: Lang, style: 'decimal' | 'percent', decimals: number): Intl.NumberFormat {
  const key = `${lang} ${style} ${decimals}`
  const known = formats.get(key)
  if (known) return known
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const made = new Intl.NumberFormat(HTML_LANG[lang], { style, ...digits })
  formats.set(key, made)
  return made
}

/** 1.209 in Vietnamese, 1,209 in English and Chinese. */
export function formatCount(lang: Lang, n: number): string {
  return formatOf(lang, 'decimal', 0).format(n)
}

/** 12,35 for 12.35: points, already rounded. */
export function formatDecimal(lang: Lang, value: number, decimals: number): string {
  return formatOf(lang, 'decimal', decimals).format(value)
}

/** 83,9% for 0.8394: half up, by the fraction's shortest decimal writing. Where k and n are known: `percentOf`. */
export function formatPercent(lang: Lang, fraction: number, decimals = 1): string {
  return formatOf(lang, 'percent', decimals).format(fraction)
}

const percentages = new Map<string, string>()
const WRITINGS_KEPT = 1000

/**
 * k of n as a percentage, half up by whole-number arithmetic; null for n = 0, which is neither 0% nor 100%.
 * @throws RangeError beyond what whole numbers hold: 4.5 billion of them at four decimals
 */
export function percentOf(lang: Lang, k: number, n: number, decimals = 1): string | null {
  if (n === 0) return null
  const units = 100 * 10 ** decimals
  const doubled = 2 * k * units + n
  if (!Number.isSafeInteger(doubled)) throw new RangeError(`${k} of ${n}`)
  const rounded = (doubled - (doubled % (2 * n))) / (2 * n)
  // Formatting costs more than the rest of a cell, and a share with one decimal has a thousand and one writings.
  const key = `${lang} ${units} ${rounded}`
  const written = percentages.get(key) ?? formatPercent(lang, rounded / units, decimals)
  if (units <= WRITINGS_KEPT && rounded <= units) percentages.set(key, written)
  return written
}

/** 90,1%–94,2% */
export function formatShareRange(lang: Lang, lower: number, upper: number, decimals = 1): string {
  return `${formatPercent(lang, lower, decimals)}–${formatPercent(lang, upper, decimals)}`
}

const timeInVietnam = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** dd/MM/yyyy HH:mm as the clock showed it in Vietnam, in every language; a day alone: `writtenDay`. */
export function formatInstantInVietnam(instant: Date | string): string {
  const date = new Date(instant)
  return `${writtenDay(dayOf(date))} ${timeInVietnam.format(date)}`
}

const csvFractions = new Intl.NumberFormat('vi', { minimumFractionDigits: 6, maximumFractionDigits: 6 })

/** A fraction from 0 to 1 in a CSV file: decimal comma, six places. */
export function csvFraction(value: number): string {
  return csvFractions.format(value)
}

const csvDecimals = new Intl.NumberFormat('vi', {
  useGrouping: false,
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
})

/** Points in a CSV file: decimal comma, two places. */
export function csvPoints(value: number): string {
  return csvDecimals.format(value)
}
