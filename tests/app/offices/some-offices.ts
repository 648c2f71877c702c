import { FIRST_DAY, LAST_DAY } from '#app/calendar/day.ts'
import type { LineageRow, OfficeRow } from '#db/schema.ts'

interface Wanted {
  name?: string
  parent?: string
  from?: string
  to?: string
}

export const anOffice = (id: string, { name = id, parent, from, to }: Wanted = {}): OfficeRow => ({
  id,
  name,
  name_folded: name.toLowerCase(),
  kind: 'ward',
  parent_id: parent ?? null,
  path: parent ? `/${parent}/${id}/` : `/${id}/`,
  position: 1,
  gso_code: '',
  outside_authority: 0,
  valid_from: from ?? FIRST_DAY,
  valid_to: to ?? LAST_DAY,
})

/** `a>b` from a day: b does what a did; `>b` for a predecessor outside the city. */
export const aLine = (line: string, day = '2025-07-01'): LineageRow => {
  const [from = '', to = ''] = line.split('>')
  return {
    ...{ id: line, predecessor_id: from || null, predecessor_name: from || 'ngoài', successor_id: to },
    ...{ day, note: '' },
  }
}
