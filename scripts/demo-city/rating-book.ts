import { dayOf } from '#app/calendar/day.ts'
import { contentOfResponse, ledgerHash } from '#app/ledger/ledger-entry.ts'
import { changeableUntil } from '#app/responses/survey-response.ts'
import type { BulkInsert, Filling } from '#db/bulk.ts'
import type { AmendmentRow, LedgerRow, ResponseRow } from '#db/schema.ts'
import type { CityCalendar } from './city-calendar.ts'
import type { YearCounts } from './counts.ts'
import { iso } from './dossier-of-day.ts'
import type { Random } from './random.ts'
import type { Rating, Said } from './rating-of-day.ts'

interface Entry {
  at: number
  rating: Rating
  /** 0 for the first tap, then the number of the amendment. */
  revision: number
}

/** Ratings on their way to their day, and the rows they become: at no time more than a few weeks of them. */
export class RatingBook {
  ratings = 0
  amendments = 0
  readonly #calendar: CityCalendar
  readonly #random: Random
  readonly #counts: YearCounts
  readonly #days = new Map<number, Entry[]>()
  readonly #responses: BulkInsert<'responses'>
  readonly #amended: BulkInsert<'response_amendments'>
  readonly #redemptions: BulkInsert<'redemptions'>
  readonly #ledger: BulkInsert<'ledger'>

  constructor(filling: Filling, calendar: CityCalendar, counts: YearCounts, random: Random) {
    this.#calendar = calendar
    this.#counts = counts
    this.#random = random
    this.#responses = filling.into('responses')
    this.#amended = filling.into('response_amendments')
    this.#redemptions = filling.into('redemptions')
    this.#ledger = filling.into('ledger')
  }

  /** Takes a rating whose first tap is today or later. */
  expect(rating: Rating): void {
    for (const [revision, { at }] of rating.said.entries()) {
      const index = this.#calendar.indexOf(at)
      const entries = this.#days.get(index)
      if (entries) entries.push({ at, rating, revision })
      else this.#days.set(index, [{ at, rating, revision }])
    }
  }

  /** Writes all that was said on a day, in the order it was said. */
  writeDay(index: number): void {
    const entries = this.#days.get(index) ?? []
    this.#days.delete(index)
    for (const entry of entries.sort((a, b) => a.at - b.at)) {
      if (entry.revision === 0) this.#writeFirst(entry)
      this.#enterInLedger(entry)
    }
  }

  #writeFirst({ at, rating }: Entry): void {
    const row = this.#rowOf(rating, at)
    rating.row = row
    const last = rating.said.length - 1
    const final = { ...row, ...wordsOf(rating.said[last]), revision: last }
    this.#responses.add({ ...final, amended_at: last === 0 ? '' : iso(rating.said[last]?.at ?? at) })
    this.#counts.countResponse(final)
    this.#keepEarlier(row.id, rating.said)
    if (!rating.redeems) return
    const { id, changeable_until } = row
    this.#redemptions.add({ invitation_id: rating.redeems, response_id: id, changeable_until })
  }

  #rowOf(rating: Rating, at: number): ResponseRow {
    const { office, counter, procedure, channel, stage, trust, said } = rating
    this.ratings += 1
    return {
      id: this.#random.uuid(at),
      receipt_hash: this.#random.hex(8),
      office_id: office,
      counter_id: counter,
      procedure_id: procedure,
      channel,
      stage,
      trust,
      day: dayOf(new Date(at)),
      first_at: iso(at),
      changeable_until: changeableUntil(new Date(at)),
      ...wordsOf(said[0]),
      revision: 0,
      amended_at: '',
    }
  }

  #keepEarlier(responseId: string, said: readonly Said[]): void {
    for (const [at, next] of said.slice(1).entries()) {
      const kept: AmendmentRow = {
        response_id: responseId,
        revision: at,
        replaced_at: iso(next.at),
        ...wordsOf(said[at]),
      }
      this.#amended.add(kept)
      this.amendments += 1
    }
  }

  #enterInLedger({ at, rating, revision }: Entry): void {
    if (!rating.row) throw new Error('A rating is amended before it is made')
    const row = { ...rating.row, ...wordsOf(rating.said[revision]), revision }
    const salt = this.#random.hex(4)
    const entry: LedgerRow = {
      sequence: ++this.#sequence,
      kind: revision === 0 ? 'rating' : 'amendment',
      subject: row.id,
      revision,
      salt,
      hash: ledgerHash(salt, contentOfResponse(row)),
      recorded_at: iso(at),
    }
    this.#ledger.add(entry)
  }

  #sequence = 0
}

function wordsOf(said: Said | undefined): Omit<Said, 'at'> {
  if (!said) throw new RangeError('There is no such revision')
  const { at: _, ...words } = said
  return words
}
