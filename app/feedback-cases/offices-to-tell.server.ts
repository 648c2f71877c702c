import { dayOf } from '#app/calendar/day.ts'
import { isOpenOn } from '#app/offices/office.ts'
import { listOffices } from '#db/queries/offices.ts'
import type { Db } from '#db/schema.ts'

export interface OfficeToTell {
  id: string
  name: string
}

/** The offices that exist on this day, the city's own first: whoever does not know the office tells the city. */
export async function officesToTell(db: Db, now: Date): Promise<OfficeToTell[]> {
  const rows = await listOffices(db)
  const open = rows.filter((row) => isOpenOn(row, dayOf(now)))
  const top = open.filter(({ parent_id }) => parent_id === null)
  return [...top, ...open.filter((row) => !top.includes(row))].map(({ id, name }) => ({ id, name }))
}
