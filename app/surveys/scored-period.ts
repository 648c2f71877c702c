import type { Day } from '#app/calendar/day.ts'
import { containing, type Period, previous, readPeriod } from '#app/calendar/period.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { isScored } from './nd61-figures.ts'

const ROMAN = ['I', 'II', 'III', 'IV']

/** The month, quarter or year that an address asks for, else the last whole quarter. */
export function readScoredPeriod(from: string | null, to: string | null, today: Day): Period {
  const asked = from || to ? readPeriod(from, to, today) : null
  if (asked && isScored(asked)) return asked
  return previous(containing('quarter', today))
}

/** "Tháng 03/2026", "Quý I/2026", "Năm 2026". */
export function scoredPeriodName(lang: Lang, { kind, from }: Period): string {
  const t = textsIn[lang]
  const [year = '', month = ''] = from.split('-')
  const quarter = Math.ceil(Number(month) / 3)
  if (kind === 'year') return t('staff:period.year', { year })
  if (kind === 'quarter') return t('staff:period.quarter', { quarter, roman: ROMAN[quarter - 1] ?? '', year })
  const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(from))
  return t('staff:period.month', { month, year, name })
}

export const nd61Title = (lang: Lang, period: Period): string =>
  `${scoredPeriodName(lang, period)} · ${textsIn[lang]('surveys:nd61.title')}`
