import { firstDayOf, type Month, writtenDay } from '../calendar/day.ts'
import { containing, type Period } from '../calendar/period.ts'
import type { Lang } from '../i18n/languages.ts'
import { textsIn } from '../i18n/texts.ts'
import { officeFiguresCsvPath, officeFiguresPath, patterns } from '../paths.ts'

const ROMAN = ['I', 'II', 'III', 'IV']

const monthName = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })

/** A period as reports call it: "Tháng 10/2026", "Quý IV/2026", "Từ 01/10/2026 đến 15/10/2026". */
export function writtenPeriod(lang: Lang, { kind, from, to }: Period): string {
  const t = textsIn[lang]
  const [year = '', month = ''] = from.split('-')
  const quarter = Math.ceil(Number(month) / 3)
  if (kind === 'days' && from === to) return t('staff:period.day', { day: writtenDay(from) })
  if (kind === 'days') return t('staff:period.days', { from: writtenDay(from), to: writtenDay(to) })
  if (kind === 'half') return t(quarter === 1 ? 'staff:period.half1' : 'staff:period.half2', { year })
  if (kind === 'year') return t('staff:period.year', { year })
  if (kind === 'quarter') return t('staff:period.quarter', { quarter, roman: ROMAN[quarter - 1] ?? '', year })
  return t('staff:period.month', { month, year, name: monthName.format(new Date(from)) })
}

export const writtenMonth = (lang: Lang, month: Month): string =>
  writtenPeriod(lang, containing('month', firstDayOf(month)))

/** 10/26, for an axis. */
export const shortMonth = (month: Month): string => `${month.slice(5)}/${month.slice(2, 4)}`

const asked = ({ from, to }: Period) => `?from=${from}&to=${to}`

/** `byLineage`: figures of merged offices added to their successors', an explicit choice. */
const byLineageToo = (byLineage: boolean) => (byLineage ? '&lineage=1' : '')

export const overviewAddress = (period: Period, byLineage = false): string =>
  patterns.overview + asked(period) + byLineageToo(byLineage)
/** The word in an address that asks for the levels of hundreds of offices as a table. */
export const LEVELS_TABLE = { bang: 'muc' } as const

/** The offices of an overview with their figures, or with the number of each level. */
export const overviewTableAddress = (period: Period, byLineage: boolean, asLevels: boolean): string =>
  `${overviewAddress(period, byLineage)}${asLevels ? `&${new URLSearchParams(LEVELS_TABLE)}` : ''}#offices`

export const overviewCsvAddress = (period: Period, byLineage = false): string =>
  patterns.overviewCsv + asked(period) + byLineageToo(byLineage)

/** One office's figures of a period. */
export const officeFiguresAddress = (office: string, period: Period): string =>
  officeFiguresPath(office) + asked(period)
export const officeMonthAddress = (office: string, month: Month): string =>
  officeFiguresAddress(office, containing('month', firstDayOf(month)))
export const officeFiguresCsvAddress = (office: string, period: Period, table: string): string =>
  `${officeFiguresCsvPath(office)}${asked(period)}&bang=${table}`

/** The word in an address that asks for the months of hundreds of offices as a table. */
export const MONTHS_TABLE = { bang: 'thang' } as const

/** The offices of a period beside each other, their months as pictures or as a table. */
export const betweenAddress = (period: Period, asTable: boolean): string =>
  `${patterns.between}${asked(period)}${asTable ? `&${new URLSearchParams(MONTHS_TABLE)}` : ''}#trends`

export const betweenCsvAddress = (period: Period): string => patterns.betweenCsv + asked(period)

export const numbersCsvAddress = (period: Period): string => patterns.numbersCsv + asked(period)
