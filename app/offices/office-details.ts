import type { Day } from '#app/calendar/day.ts'
import type { ListedOffice } from './office-list.ts'

export interface OfficeLink {
  id: string
  name: string
}

/** One end of a line of descent; a predecessor outside the city has a name only. */
export interface Kin {
  office: OfficeLink | null
  name: string
  day: Day
  note: string
}

/** One office with its past. */
export interface OfficeDetails {
  office: ListedOffice
  parent: OfficeLink | null
  names: { name: string; from: Day; to: Day }[]
  parents: { parent: OfficeLink | null; from: Day; to: Day }[]
  predecessors: Kin[]
  successors: Kin[]
  children: ListedOffice[]
}
