import { FIRST_DAY, LAST_DAY } from '#app/calendar/day.ts'
import { lookupOf, newStandingCode } from '#app/invitations/rating-code.ts'
import type { InvitationRow } from '#db/schema.ts'
import type { City } from './city-tree.ts'
import type { Random } from './random.ts'

/** A standing code for every counter and one for the tablet of each one-stop hall, placards numbered from 1. */
export function standingCodesOf(city: City, random: Random, madeAt: number): InvitationRow[] {
  const places = city.offices.flatMap(({ row, counters }) => [
    ...counters.map(({ id }) => ({ office: row.id, counter: id, trust: 'open' as const })),
    ...(row.kind === 'one_stop' ? [{ office: row.id, counter: null, trust: 'kiosk' as const }] : []),
  ])
  const taken = new Set<string>()
  return places.map(({ office, counter, trust }, at) => ({
    id: random.uuid(madeAt),
    kind: 'standing',
    lookup: lookupOf({ kind: 'standing', code: newCode(random, taken) }),
    office_id: office,
    counter_id: counter,
    dossier_id: null,
    stage: 'unstated',
    trust,
    issue_number: 1,
    key_number: 0,
    placard_number: at + 1,
    valid_from: FIRST_DAY,
    valid_to: LAST_DAY,
    status: 'open',
  }))
}

function newCode(random: Random, taken: Set<string>): string {
  let code = newStandingCode((length) => random.bytes(length))
  while (taken.has(code)) code = newStandingCode((length) => random.bytes(length))
  taken.add(code)
  return code
}
