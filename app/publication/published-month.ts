import type { OfficeDossierSum } from '#db/queries/dossier-counts.ts'
import type { OfficeMonthPetitions } from '#db/queries/published-counts.ts'
import { monthOf } from '../calendar/day.ts'
import { hiddenBeside, hiddenRatings } from '../reports/hidden-places.ts'
import { type PlacedOffice, rolledUp, topOf } from '../reports/office-tree.ts'
import type { Overview, PlaceFigures } from '../reports/overview.ts'
import type { PublishedLine, PublishedMonth } from './publication.ts'

interface Counts {
  returned: number
  rated: number
  received: number
  answered: number
  onTime: number
}

const nothing: Counts = { returned: 0, rated: 0, received: 0, answered: 0, onTime: 0 }

const add = (a: Counts, b: Counts): Counts => ({
  returned: a.returned + b.returned,
  rated: a.rated + b.rated,
  received: a.received + b.received,
  answered: a.answered + b.answered,
  onTime: a.onTime + b.onTime,
})

export interface CountedMonth {
  /** Made with the public minimum, so that what it hides is hidden with its complements. */
  overview: Overview
  dossiers: Pick<OfficeDossierSum, 'office_id' | 'returned' | 'rated'>[]
  petitions: Omit<OfficeMonthPetitions, 'month'>[]
  /** Of the frozen record; '' while there is none. */
  sha256: string
}

/** Petitions whose office may not be told, or that is no line of the month, count in the city alone. */
const NO_OFFICE = '/none'

/**
 * A month as the public may see it. Dossiers, rated dossiers and petitions are each hidden below the minimum with
 * their complements, as ratings are; nothing is a sum over months, so no month tells of another.
 */
export function publishedMonth({ overview, dossiers, petitions, sha256 }: CountedMonth): PublishedMonth {
  const offices = overview.offices.map(({ office }) => office)
  const top = topOf(offices)
  const places = [...offices, noOffice(top)]
  const own = ownCounts(new Set(offices.map(({ id }) => id)), dossiers, petitions)
  const ownOf = (id: string) => own.get(id) ?? nothing
  const totals = rolledUp(places, ownOf, nothing, add)
  const k = overview.definition.minimumN
  const returnedHidden = hiddenRatings(places, (id) => ownOf(id).returned, k)
  const petitionsHidden = hiddenRatings(places, (id) => ownOf(id).received, k)
  const splitHidden = new Set(
    [{ office: { id: top }, ...overview.city }, ...overview.offices]
      .filter(({ ratings, verified }) => ratings.state === 'hidden' || verified.state === 'hidden')
      .map(({ office }) => office.id),
  )
  const unsaid = withTree(places, new Set([...returnedHidden, ...splitHidden]))
  const isUnsaid = (id: string) => unsaid.has(id)
  const ratedHidden = hiddenBeside(places, (id) => ownOf(id).rated, k, isUnsaid)
  const figuresOf = (id: string, { ratings, onTime }: PlaceFigures) => {
    const { returned, rated, ...petitions } = totals.get(id) ?? nothing
    const areReturnedHidden = returned > 0 && returnedHidden.has(id)
    const areRatedHidden = isUnsaid(id) || (rated > 0 && ratedHidden.has(id))
    return {
      ratings,
      returned: areReturnedHidden ? null : returned,
      onTime: areReturnedHidden ? null : onTime,
      rated: areRatedHidden ? null : rated,
      petitions: petitions.received > 0 && petitionsHidden.has(id) ? null : petitions,
    }
  }
  const lines = overview.offices.map(
    ({ office, ...figures }): PublishedLine => ({
      ...{ id: office.id, name: office.name, depth: office.depth, outside: office.outside },
      ...figuresOf(office.id, figures),
    }),
  )
  const name = offices.find(({ id }) => id === top)?.name ?? ''
  return {
    month: monthOf(overview.period.from),
    definition: overview.definition,
    record: sha256.slice(0, 12),
    city: { id: top, name, depth: 0, outside: false, ...figuresOf(top, overview.city) },
    offices: lines.filter(({ id }) => id !== top),
  }
}

/**
 * A line with others below it may be all that the line above counts, or be known from those below: it takes all of
 * them with it. One without only needs its complements.
 */
function withTree(places: PlacedOffice[], hidden: ReadonlySet<string>): Set<string> {
  const all = new Set(hidden)
  const parents = new Set(places.map(({ countsInto }) => countsInto))
  for (const { id, countsInto } of places.toReversed())
    if (countsInto !== null && parents.has(id) && all.has(id)) all.add(countsInto)
  for (const { id, countsInto } of places) if (countsInto !== null && all.has(countsInto)) all.add(id)
  return all
}

const noOffice = (top: string): PlacedOffice => ({
  ...{ id: NO_OFFICE, name: '', kind: 'department', depth: 1, outside: false },
  ...{ countsInto: top, validFrom: '', validTo: '' },
})

function ownCounts(
  ids: ReadonlySet<string>,
  dossiers: CountedMonth['dossiers'],
  petitions: CountedMonth['petitions'],
): Map<string, Counts> {
  const own = new Map<string, Counts>()
  const put = (id: string, counts: Partial<Counts>) =>
    own.set(id, add(own.get(id) ?? nothing, { ...nothing, ...counts }))
  for (const { office_id, returned, rated } of dossiers) put(office_id, { returned, rated })
  for (const { office_id, received, answered, on_time: onTime } of petitions)
    put(ids.has(office_id) ? office_id : NO_OFFICE, { received, answered, onTime })
  return own
}
