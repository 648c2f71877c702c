import { type Day, startOf } from '#app/calendar/day.ts'
import type { Reading } from '#app/comments/comment.ts'
import { returnLinkAfter } from '#app/dossiers/return-link.ts'
import { returnLinkOf } from '#app/invitations/dossier-link.ts'
import type { Secret } from '#app/invitations/secret.ts'
import { CHANGEABLE_DAYS } from '#app/responses/survey-response.ts'
import type { BulkInsert, Filling } from '#db/bulk.ts'
import type { DossierRow } from '#db/schema.ts'
import { type CityCalendar, type CityDay, counterTime } from './city-calendar.ts'
import { YearCounts } from './counts.ts'
import { type Desk, deskOf } from './desk.ts'
import { DossierDesk, type MadeDossier, wholeSecond } from './dossier-of-day.ts'
import type { Quota } from './quotas.ts'
import type { Random } from './random.ts'
import { RatingBook } from './rating-book.ts'
import { momentOfChange, momentOfLink, momentsOfBurst } from './rating-moments.ts'
import { type Said, saidBy, type Tap } from './rating-of-day.ts'

const DAY_MS = 86_400_000

interface YearParts {
  filling: Filling
  reading: Reading
  calendar: CityCalendar
  random: Random
  secret: Secret
  until: Day
}

/** The year in the city, a day at a time: dossiers come in, go out, and are rated. */
export class CityYear {
  dossiers = 0
  readonly book: RatingBook
  readonly #parts: YearParts
  readonly #desks: Desk[]
  readonly #counts: YearCounts
  readonly #dossierDesk: DossierDesk
  readonly #dossierRows: BulkInsert<'dossiers'>
  readonly #invitations: BulkInsert<'invitations'>
  readonly #now: number

  constructor(parts: YearParts, quotas: readonly Quota[], invitations: BulkInsert<'invitations'>) {
    const { filling, calendar, random, until } = parts
    const offices = quotas.map(({ office }) => office)
    this.#parts = parts
    this.#desks = quotas.map((quota) => deskOf(quota, calendar, random))
    this.#counts = new YearCounts(filling, calendar, offices, parts.reading)
    this.book = new RatingBook(filling, calendar, this.#counts, random)
    this.#dossierDesk = new DossierDesk(calendar, random)
    this.#dossierRows = filling.into('dossiers')
    this.#invitations = invitations
    this.#now = startOf(until).getTime()
  }

  /** Lives through one day; days come in their order. */
  live(day: CityDay): void {
    for (const desk of this.#desks) {
      if (day.opening !== 'closed') {
        this.#takeDossiers(desk, day)
        this.#takeTaps(desk, day)
      }
    }
    this.book.writeDay(day.index)
    const { calendar } = this.#parts
    const tomorrow = calendar.at(day.index + 1)
    this.#counts.endDay(day.day, tomorrow.day.endsWith('-01'))
    if (!calendar.isWithin(tomorrow.index)) this.#counts.endYear()
  }

  #takeDossiers(desk: Desk, day: CityDay): void {
    const { random } = this.#parts
    const count = desk.dossiers.next(desk.traffic[day.index] ?? 0)
    const times = Array.from({ length: count }, () => wholeSecond(counterTime(random, day.opening)))
    times.sort((a, b) => a - b)
    for (const [at, time] of times.entries()) {
      const willBeRated = desk.rated.draw()
      const will = { late: desk.late.draw(), beRated: willBeRated }
      const made = this.#dossierDesk.take({ office: desk.office, day, time, serial: at + 1, will })
      this.#dossierRows.add(made.row)
      this.#counts.countDossier(made, desk.office, willBeRated)
      this.#issueLink(made, desk, willBeRated)
      this.dossiers += 1
    }
  }

  #issueLink({ row, returned }: MadeDossier, desk: Desk, willBeRated: boolean): void {
    const { calendar, random, secret } = this.#parts
    const link = returnLinkAfter(row, { dossier: undefined, link: undefined }, returnLinkOf(secret, row.code))
    if (!link || !returned) return
    const tapped = willBeRated ? momentOfLink(calendar, random, returned) : null
    const changeable = tapped !== null && tapped + CHANGEABLE_DAYS * DAY_MS >= this.#now
    const status = tapped === null ? 'open' : changeable ? 'answered' : 'used'
    const id = random.uuid(calendar.at(returned.index).start + returned.time)
    this.#invitations.add({ ...link, id, status })
    if (tapped !== null) this.#rateByLink(row, desk, tapped, changeable ? id : null)
  }

  #rateByLink(row: DossierRow, desk: Desk, at: number, redeems: string | null): void {
    const { applicant, outcome, on_time, procedure_id, channel } = row
    const { office, displeased } = desk
    const fate = { late: on_time === 0, refused: outcome === 'refused' }
    const tap = {
      office,
      trust: 'verified',
      at,
      respondent: applicant,
      displeased: displeased.draw(),
    } as const
    const said = this.#said({ ...tap, ...fate })
    const place = { office: row.office_id, counter: null, procedure: procedure_id, channel }
    this.book.expect({ ...place, stage: 'return', trust: 'verified', said, redeems })
  }

  #takeTaps(desk: Desk, day: CityDay): void {
    const { random } = this.#parts
    const traffic = desk.traffic[day.index] ?? 0
    const anyTime = (count: number) =>
      Array.from({ length: count }, () => day.start + counterTime(random, day.opening))
    const burst = momentsOfBurst(random, day, desk.bursts.get(day.index) ?? 0)
    this.#tap(desk, 'open', [...anyTime(desk.open.next(traffic)), ...burst])
    this.#tap(desk, 'kiosk', anyTime(desk.kiosk.next(traffic)))
  }

  #tap({ office, displeased, displeasedAtKiosk }: Desk, trust: 'open' | 'kiosk', moments: number[]): void {
    for (const at of moments) {
      const counter = trust === 'open' ? this.#parts.random.pick(office.counters).id : null
      const lots = counter ? displeased : displeasedAtKiosk
      const said = this.#said({ office, trust, at, respondent: 'unstated', displeased: lots.draw() })
      const place = { office: office.row.id, counter, procedure: null }
      // A standing code at a counter tells the channel; the hall's tablet stands at none.
      const channel = counter ? 'counter' : 'unstated'
      this.book.expect({ ...place, channel, stage: 'unstated', trust, said, redeems: null })
    }
  }

  #said(tap: Tap): [Said, ...Said[]] {
    const { calendar, random } = this.#parts
    return saidBy(random, tap, (before) => momentOfChange(calendar, random, before))
  }
}
