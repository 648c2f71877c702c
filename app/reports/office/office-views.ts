import type { Period } from '../../calendar/period.ts'
import type { Lang } from '../../i18n/languages.ts'
import { textsIn } from '../../i18n/texts.ts'
import { officeFiguresAddress, writtenPeriod } from '../written-period.ts'
import type { OfficeHead } from './office-desk.ts'

/** The views of one office, by what stands in the address (`?xem=`); the first has no word. */
export const OFFICE_VIEWS = ['', 'thu-tuc', 'gio', 'phieu'] as const
export type OfficeView = (typeof OFFICE_VIEWS)[number]

export const readView = (asked: string | null): OfficeView =>
  OFFICE_VIEWS.find((view) => view === (asked ?? '')) ?? ''

export const keptOf = (view: OfficeView): Record<string, string> => (view === '' ? {} : { xem: view })

export const viewAddress = (officeId: string, period: Period, view: OfficeView): string =>
  officeFiguresAddress(officeId, period) + (view === '' ? '' : `&xem=${view}`)

export const officeTitle = (lang: Lang, { office, period }: Pick<OfficeHead, 'office' | 'period'>): string =>
  `${office.name} · ${writtenPeriod(lang, period)} · ${textsIn[lang]('frame:name')}`
