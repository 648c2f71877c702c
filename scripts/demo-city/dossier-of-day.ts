import { addMonths, type Month, monthOf } from '#app/calendar/day.ts'
import { isOnTime } from '#app/dossiers/on-time.ts'
import type { DossierRow, Outcome } from '#db/schema.ts'
import { type CityCalendar, type CityDay, counterTime, whenStaffed } from './city-calendar.ts'
import type { CityOffice, CityProcedure } from './city-tree.ts'
import type { Random } from './random.ts'
import { stories } from './stories.ts'

/** A dossier as the year knows it; `returned` is null for one that the year does not see returned. */
export interface MadeDossier {
  row: DossierRow
  returned: { index: number; time: number } | null
}

/** What is known before: whose it is, when it came in, and what is to become of it. */
export interface Arrival {
  office: CityOffice
  day: CityDay
  time: number
  serial: number
  will: { late: boolean; beRated: boolean }
}

const HOUR = 3_600_000
const MINUTE = 60_000
/** Certified copies asked for from 15:00 on may be handed out the next working day (Nghị định 23/2015, article 7). */
const SAME_DAY_UNTIL = 15 * HOUR
const CLOSING = { whole: 17 * HOUR, morning: 11.5 * HOUR, closed: 17 * HOUR }
const POST_SHARE = 0.04

export class DossierDesk {
  readonly #calendar: CityCalendar
  readonly #random: Random
  readonly #badMonths: ReadonlySet<Month>

  constructor(calendar: CityCalendar, random: Random) {
    this.#calendar = calendar
    this.#random = random
    this.#badMonths = new Set(fallenQuarter(calendar))
  }

  /** One dossier from its receipt to its return. */
  take(arrival: Arrival): MadeDossier {
    const { office, day, time, will } = arrival
    const procedure = this.#random.weighted(office.procedures)
    const due = this.#promisedDay(procedure, day, time)
    const late = will.late || this.#isInBadQuarter(office, due)
    const planned = late
      ? this.#calendar.workingDaysAfter(due.index, this.#random.between(1, 5))
      : this.#dayOfReturn(procedure, day, due)
    const outcome = this.#outcome(will.beRated, planned)
    const closed = outcome === 'returned' || outcome === 'refused'
    const index = Math.max(Math.min(planned, this.#calendar.lastOpen), day.index)
    const returned = closed ? { index, time: this.#timeOfReturn(index, arrival) } : null
    return { row: this.#row(arrival, procedure, due, outcome, returned), returned }
  }

  #promisedDay({ days }: CityProcedure, day: CityDay, time: number): CityDay {
    if (days === 0 && time < SAME_DAY_UNTIL) return day
    return this.#calendar.at(this.#calendar.workingDaysAfter(day.index, Math.max(days, 1)))
  }

  #isInBadQuarter({ row }: CityOffice, due: CityDay): boolean {
    const { office, onTime } = stories.fallenOnTime
    return row.id === office && this.#badMonths.has(monthOf(due.day)) && !this.#random.chance(onTime)
  }

  /** Most on the promised day, some a day or more before. */
  #dayOfReturn({ days }: CityProcedure, day: CityDay, due: CityDay): number {
    let early = 0
    while (early < days - 1 && this.#random.chance(0.4)) early += 1
    return early === 0 ? due.index : this.#calendar.workingDaysAfter(day.index, days - early)
  }

  #outcome(willBeRated: boolean, planned: number): Outcome {
    const luck = this.#random.share()
    if (luck < 0.012) return willBeRated || this.#calendar.isWithin(planned) ? 'refused' : 'open'
    if (willBeRated) return 'returned'
    if (luck < 0.02) return 'withdrawn'
    return luck < 0.022 || !this.#calendar.isWithin(planned) ? 'open' : 'returned'
  }

  #timeOfReturn(index: number, { day, time }: Arrival): number {
    const { opening } = this.#calendar.at(index)
    const sameDay = time + this.#random.between(12 * MINUTE, 75 * MINUTE)
    return wholeSecond(
      whenStaffed(index === day.index ? sameDay : counterTime(this.#random, opening), opening),
    )
  }

  #row(
    { office, day, time, serial }: Arrival,
    procedure: CityProcedure,
    due: CityDay,
    outcome: Outcome,
    returned: MadeDossier['returned'],
  ): DossierRow {
    const random = this.#random
    const online = random.chance(procedure.online)
    const back = returned && this.#calendar.at(returned.index)
    const received = day.start + time
    return {
      id: random.uuid(received),
      code: dossierCode(office.number, day, serial),
      office_id: office.row.id,
      procedure_id: procedure.id,
      channel: online ? 'online' : random.chance(POST_SHARE) ? 'post' : 'counter',
      applicant: random.chance(procedure.business) ? 'business' : 'citizen',
      received_at: iso(received),
      due_at: iso(due.start + CLOSING[due.opening]),
      returned_at: back && returned ? iso(back.start + returned.time) : '',
      received_day: day.day,
      due_day: due.day,
      returned_day: back?.day ?? '',
      outcome,
      on_time: isOnTime(back?.day ?? '', due.day) ? 1 : 0,
    }
  }
}

export const iso = (instant: number) => new Date(instant).toISOString()
export const wholeSecond = (time: number) => time - (time % 1_000)

function dossierCode(office: number, { day }: CityDay, serial: number): string {
  const written = day.slice(2).replaceAll('-', '')
  return `H37.${String(office).padStart(2, '0')}-${written}-${String(serial).padStart(4, '0')}`
}

/** The months of the last whole calendar quarter but one. */
export function fallenQuarter({ first }: Pick<CityCalendar, 'first'>): Month[] {
  const months = Array.from({ length: 12 }, (_, at) => addMonths(monthOf(first), at))
  const quarters = months
    .map((month, at) => ({ month, at }))
    .filter(({ month, at }) => Number(month.slice(5)) % 3 === 1 && at <= 9)
  const at = quarters.at(-2)?.at ?? 0
  return months.slice(at, at + 3)
}
