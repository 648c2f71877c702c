import type { Day } from '#app/calendar/day.ts'
import type { ListedOffice } from './office-list.ts'
import type { Span } from './opening-hours.ts'

export interface ShownCode {
  id: string
  code: string
  placard: number
}

export interface ShownCounter {
  id: string
  name: string
  validFrom: Day
  validTo: Day
  isClosed: boolean
  codes: ShownCode[]
}

/** A withdrawn placard: its number, and what to hang up in its place. */
export interface RevokedPlacard {
  counter: string
  placard: number
  revokedAt: string
  newCode: string
  newPlacard: number | null
}

export interface CountersView {
  office: ListedOffice
  counters: ShownCounter[]
  /** Codes that stand for the whole office. */
  officeCodes: ShownCode[]
  revoked: RevokedPlacard[]
  hours: Span[]
}
