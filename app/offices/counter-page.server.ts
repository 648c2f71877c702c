import { type Day, LAST_DAY } from '#app/calendar/day.ts'
import { NotFound } from '#app/errors.ts'
import { listCountersOf, listRevokedCodes, listStandingCodesOf } from '#db/queries/counters.ts'
import { findOffice } from '#db/queries/offices.ts'
import { listOpeningHours } from '#db/queries/opening-hours.ts'
import type { Db } from '#db/schema.ts'
import type { CountersView, ShownCode } from './counter-view.ts'
import { listedOffice } from './office-list.ts'

/** The counters of an office with their codes, what was withdrawn, and when it is open. @throws NotFound */
export async function countersOf(db: Db, officeId: string, today: Day): Promise<CountersView> {
  const office = await findOffice(db, officeId)
  if (!office) throw new NotFound()
  const [counters, codes, revoked, hours] = await Promise.all([
    listCountersOf(db, officeId),
    listStandingCodesOf(db, officeId),
    listRevokedCodes(db, officeId),
    listOpeningHours(db, officeId),
  ])
  const codesAt = (counterId: string | null): ShownCode[] =>
    codes
      .filter((code) => code.counter_id === counterId && code.status !== 'revoked')
      .map(({ id, lookup, placard_number }) => ({ id, code: lookup, placard: placard_number }))
  return {
    office: listedOffice(office),
    counters: counters.map(({ id, name, valid_from, valid_to }) => ({
      ...{ id, name },
      validFrom: valid_from,
      validTo: valid_to,
      isClosed: valid_to !== LAST_DAY && valid_to < today,
      codes: codesAt(id),
    })),
    officeCodes: codesAt(null),
    revoked: revoked.map((row) => ({
      counter: row.counter_name ?? '',
      placard: row.placard_number,
      revokedAt: row.revoked_at,
      newCode: row.new_code ?? '',
      newPlacard: row.new_placard_number,
    })),
    hours: hours.map(({ weekday, opens, closes }) => ({ weekday, opens, closes })),
  }
}
