import { hiddenLines } from '../../statistics/disclosure.ts'
import { countsInHeadline } from '../../statistics/index-definition.ts'
import { hiddenRatings } from '../hidden-places.ts'
import { type PlacedOffice, rolledUp, topOf } from '../office-tree.ts'
import type { RecordedMore } from '../period-record.ts'
import { placesWithin, recordedPlaces } from '../recorded-places.ts'
import { type Score766, score766 } from '../score-of-766.ts'
import type { Report } from './report.ts'

/** Complaints received in the period, and what had become of them when its figures were frozen. */
export interface Complaints {
  received: number
  answered: number
  /** Answered on time, or with time left then. */
  onTime: number
  /** Late, reopened, or judged badly by their citizens. */
  unsatisfied: number
}

export interface ComplaintLine {
  id: string
  name: string
  /** null: too few to show, or they would give others away. */
  complaints: Complaints | null
}

const nothing: Complaints = { received: 0, answered: 0, onTime: 0, unsatisfied: 0 }
const add = (a: Complaints, b: Complaints): Complaints => ({
  received: a.received + b.received,
  answered: a.answered + b.answered,
  onTime: a.onTime + b.onTime,
  unsatisfied: a.unsatisfied + b.unsatisfied,
})
const countsOf = ([, , received, answered, onTime, unsatisfied]: RecordedMore['petitions'][number]) => ({
  ...{ received, answered, onTime, unsatisfied },
})

/** Complaints whose office may not be told count in the city alone. */
const NO_OFFICE = '/none'

interface Places {
  places: PlacedOffice[]
  totals: Map<string, Complaints>
  hidden: ReadonlySet<string>
  top: string
}

/** Every place's complaints and those below it, as the offices stood: merged ones are never added to others here. */
function complaintsByPlace({ record }: Pick<Report, 'record'>, more: RecordedMore): Places {
  const known = new Set(record.offices.map(({ id }) => id))
  const own = new Map<string, Complaints>()
  for (const row of more.petitions) {
    const at = known.has(row[0]) ? row[0] : NO_OFFICE
    own.set(at, add(own.get(at) ?? nothing, countsOf(row)))
  }
  const stood = recordedPlaces(record, (id) => own.has(id))
  const top = topOf(stood)
  const places = [...stood, noOffice(top)]
  const ownOf = (id: string) => own.get(id) ?? nothing
  const k = record.index_definitions[0]?.minimum_n ?? 0
  return {
    ...{ places, top },
    totals: rolledUp(places, ownOf, nothing, add),
    hidden: hiddenRatings(places, (id) => ownOf(id).received, k),
  }
}

const noOffice = (top: string): PlacedOffice => ({
  ...{ id: NO_OFFICE, name: '', kind: 'department', depth: 1, outside: false },
  ...{ countsInto: top, validFrom: '', validTo: '' },
})

/** The complaints a report is about: the city's, or an office's with those below it. */
export function complaintsOf(report: Report): Complaints | 'hidden' | 'notInRecord' {
  const { more } = report.record
  if (!more) return 'notInRecord'
  const { totals, hidden, top } = complaintsByPlace(report, more)
  const at = report.scope.office === '' ? top : report.scope.office
  return shown(totals.get(at), hidden.has(at)) ?? 'hidden'
}

/** A line for each office that had any, in the order of the tree. */
export function complaintLines(report: Report, more: RecordedMore): ComplaintLine[] {
  const { places, totals, hidden } = complaintsByPlace(report, more)
  const shownPlaces = report.scope.office === '' ? places : placesWithin(places, report.scope.office)
  return shownPlaces
    .filter(({ id }) => id !== NO_OFFICE && (totals.get(id)?.received ?? 0) > 0)
    .map(({ id, name }) => ({ id, name, complaints: shown(totals.get(id), hidden.has(id)) }))
}

const shown = (counts: Complaints = nothing, isHidden: boolean): Complaints | null =>
  counts.received > 0 && isHidden ? null : counts

/** The city's complaints by what they are about; '' is what nobody has classified yet. */
export function complaintsByCategory({ record }: Report, more: RecordedMore): ComplaintLine[] {
  const outside = new Set(
    recordedPlaces(record, () => true)
      .filter((place) => place.outside)
      .map(({ id }) => id),
  )
  const sums = new Map<string, Complaints>()
  for (const row of more.petitions.filter(([office]) => !outside.has(office)))
    sums.set(row[1], add(sums.get(row[1]) ?? nothing, countsOf(row)))
  const lines = [...sums].sort(([a], [b]) => (a < b ? -1 : 1))
  const k = record.index_definitions[0]?.minimum_n ?? 0
  const hidden = hiddenLines(
    lines.map(([, { received }]) => received),
    k,
  )
  return lines.map(([id, counts], at) => ({ id, name: id, complaints: shown(counts, hidden.lines.has(at)) }))
}

export interface Recorded766 {
  score: Score766
  /** null: too few to show, and then no points of them either. */
  complaints: Complaints | null
}

/** The satisfaction group of Quyết định 766 from what was frozen; the city's alone. */
export function recorded766(report: Report, more: RecordedMore): Recorded766 {
  const { totals, hidden, top } = complaintsByPlace(report, more)
  const petitions = totals.get(top) ?? nothing
  const everywhere = recordedPlaces(report.record, () => true)
  const inCity = new Set(placesWithin(everywhere, '').map(({ id }) => id))
  const { definition } = report.overview
  const disliked = report.record.levels
    .filter(([office, trust]) => inCity.has(office) && trust === 'verified')
    .filter(([, trust, stage]) => countsInHeadline(definition, trust, stage))
    .reduce((sum, [, , , , one, two]) => sum + one + two, 0)
  const [received, overdue] = more.received_dossiers
  const score = score766({ received, overdue, disliked, petitions }, definition.minimumN)
  const complaints = shown(petitions, hidden.has(top))
  return { score: complaints ? score : { ...score, satisfied: null, total: null }, complaints }
}
