import type { Day } from '#app/calendar/day.ts'
import {
  listPlacardRevisions,
  listStandingPlacards,
  type StandingPlacardRow,
} from '#db/queries/print-placards.ts'
import type { Db, PlacardRevisionRow } from '#db/schema.ts'
import { isPrintable, type PlacardRevision, type StandingPlacard } from './placard.ts'
import { printedAddress } from './qr.server.ts'

/** Every standing code as a placard: what it would say now, and what was printed of it. Two statements. */
export async function standingPlacards(
  db: Db,
  { origin, today }: { origin: string; today: Day },
): Promise<StandingPlacard[]> {
  const [rows, revisions] = [await listStandingPlacards(db), await listPlacardRevisions(db)]
  const byPlacard = Map.groupBy(revisions, ({ invitation_id }) => invitation_id)
  return rows.map((row) => asPlacard(row, byPlacard.get(row.id) ?? [], origin, today))
}

/** The placards that can be printed now: open codes of places that are open today. */
export async function printablePlacards(
  db: Db,
  now: { origin: string; today: Day },
): Promise<StandingPlacard[]> {
  return (await standingPlacards(db, now)).filter(({ state, placeOpen }) => state === 'open' && placeOpen)
}

/** The printable placards under their offices, as the page of choices shows them. */
export async function officePlacards(
  db: Db,
  now: { origin: string; today: Day },
): Promise<
  { id: string; name: string; placards: { code: string; number: number; counterName: string }[] }[]
> {
  const byOffice = Map.groupBy(await printablePlacards(db, now), ({ officeId }) => officeId)
  return [...byOffice].map(([id, placards]) => ({
    id,
    name: placards[0]?.text.officeName ?? '',
    placards: placards.map(({ code, number, text }) => ({ code, number, counterName: text.counterName })),
  }))
}

function asPlacard(
  row: StandingPlacardRow,
  revisions: PlacardRevisionRow[],
  origin: string,
  today: Day,
): StandingPlacard {
  const told = revisions.map(asRevision)
  return {
    id: row.id,
    code: row.code,
    number: row.placard_number,
    officeId: row.office_id,
    state: isPrintable(row) ? 'open' : row.status === 'revoked' && row.trust === 'open' ? 'revoked' : 'none',
    placeOpen:
      isOpen(row.office_valid_from, row.office_valid_to, today) &&
      isOpen(row.counter_valid_from, row.counter_valid_to, today),
    removed: row.removed_at !== null,
    replacementId: row.replacement_id,
    text: {
      cityName: row.city_name,
      officeName: row.office_name,
      counterName: row.counter_name ?? '',
      address: printedAddress(origin, row.code),
    },
    last: told.at(-1) ?? null,
    printed: told.findLast(({ printedAt }) => printedAt !== '') ?? null,
  }
}

const isOpen = (from: string | null, to: string | null, today: Day) =>
  from === null || to === null || (from <= today && today <= to)

const asRevision = (row: PlacardRevisionRow): PlacardRevision => ({
  cityName: row.city_name,
  officeName: row.office_name,
  counterName: row.counter_name,
  address: row.address,
  revision: row.revision,
  printedAt: row.printed_at,
})
