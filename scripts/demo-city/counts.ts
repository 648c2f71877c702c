import { monthOf } from '#app/calendar/day.ts'
import type { Reading } from '#app/comments/comment.ts'
import { contributionOf, isClosedLate } from '#app/dossiers/on-time.ts'
import type { BulkInsert, Filling } from '#db/bulk.ts'
import type { LevelColumns, LevelCountRow, ReceivedDossierCountRow, ResponseRow } from '#db/schema.ts'
import { AnswerCounts } from './answer-counts.ts'
import { BreakdownCounts } from './breakdown-counts.ts'
import type { CityCalendar } from './city-calendar.ts'
import type { CityOffice } from './city-tree.ts'
import { CommentRows } from './comment-rows.ts'
import type { MadeDossier } from './dossier-of-day.ts'

type CountKey = Omit<LevelCountRow, 'day' | keyof LevelColumns>
type Counted = Map<string, CountKey & LevelColumns>

const NONE: LevelColumns = { level_1: 0, level_2: 0, level_3: 0, level_4: 0, level_5: 0 }
const COLUMNS = ['returned', 'on_time', 'refused', 'rated'] as const

/** The counts of the year, kept beside the rows and written when a day or a month of ratings is over. */
export class YearCounts {
  readonly #calendar: CityCalendar
  readonly #filling: Filling
  readonly #byDay: BulkInsert<'level_counts'>
  readonly #byMonth: BulkInsert<'monthly_level_counts'>
  readonly #offices: readonly CityOffice[]
  readonly #dossiers: Int32Array
  readonly #answers: AnswerCounts
  readonly #breakdowns: BreakdownCounts
  readonly #comments: CommentRows
  readonly #received = new Map<string, ReceivedDossierCountRow>()
  #today: Counted = new Map()
  #thisMonth: Counted = new Map()

  constructor(filling: Filling, calendar: CityCalendar, offices: readonly CityOffice[], reading: Reading) {
    this.#filling = filling
    this.#byDay = filling.into('level_counts')
    this.#byMonth = filling.into('monthly_level_counts')
    this.#answers = new AnswerCounts(filling.into('monthly_answer_counts'))
    this.#breakdowns = new BreakdownCounts(filling)
    this.#comments = new CommentRows(filling, reading)
    this.#calendar = calendar
    this.#offices = offices
    this.#dossiers = new Int32Array(calendar.length * offices.length * COLUMNS.length)
  }

  /** Counts a response at what it says in the end. */
  countResponse(row: ResponseRow): void {
    const { office_id, trust, stage, respondent, level } = row
    this.#answers.count(row)
    this.#breakdowns.countResponse(row)
    this.#comments.take(row)
    const id = `${office_id}|${trust}|${stage}|${respondent}`
    const column = `level_${level}` as keyof LevelColumns
    for (const counted of [this.#today, this.#thisMonth]) {
      const count = counted.get(id)
      if (count) count[column] += 1
      else counted.set(id, { office_id, trust, stage, respondent, ...NONE, [column]: 1 })
    }
  }

  countDossier({ row, returned }: MadeDossier, office: CityOffice, rated: boolean): void {
    const [month, office_id] = [monthOf(row.received_day), row.office_id]
    const received = this.#received.get(`${month}|${office_id}`) ?? { month, office_id, received: 0, late: 0 }
    this.#received.set(`${month}|${office_id}`, received)
    received.received += 1
    received.late += Number(isClosedLate(row))
    if (!returned) return
    const { outcome, on_time } = row
    this.#breakdowns.countDossier(row, rated)
    const adds = contributionOf({ outcome, onTime: on_time === 1, rated })
    const at = (returned.index * this.#offices.length + office.number - 1) * COLUMNS.length
    for (const [place, column] of COLUMNS.entries()) {
      this.#dossiers[at + place] = (this.#dossiers[at + place] ?? 0) + adds[column]
    }
  }

  endDay(day: string, endsMonth: boolean): void {
    for (const count of this.#today.values()) this.#byDay.add({ day, ...count })
    this.#today = new Map()
    if (!endsMonth) return
    for (const count of this.#thisMonth.values()) this.#byMonth.add({ month: monthOf(day), ...count })
    this.#thisMonth = new Map()
    this.#answers.endMonth(monthOf(day))
    this.#breakdowns.endMonth()
  }

  /** Writes the dossier counts, which only the year's end makes whole. */
  endYear(): void {
    const byDay = this.#filling.into('dossier_counts')
    const byMonth = this.#filling.into('monthly_dossier_counts')
    this.#breakdowns.endYear()
    const byReceipt = this.#filling.into('received_dossier_counts')
    for (const counts of this.#received.values()) byReceipt.add(counts)
    this.#comments.endYear()
    const months = new Map<string, number[]>()
    for (let index = 0; index < this.#calendar.length; index++) {
      const { day } = this.#calendar.at(index)
      for (const { number, row } of this.#offices) {
        const at = (index * this.#offices.length + number - 1) * COLUMNS.length
        const counts = this.#dossiers.subarray(at, at + COLUMNS.length)
        if (counts.every((count) => count === 0)) continue
        byDay.add({ day, office_id: row.id, ...columnsOf(counts) })
        const key = `${monthOf(day)}|${row.id}`
        const month = months.get(key)
        if (month)
          counts.forEach((count, place) => {
            month[place] = (month[place] ?? 0) + count
          })
        else months.set(key, [...counts])
      }
    }
    for (const [key, counts] of months) {
      const [month = '', office_id = ''] = key.split('|')
      byMonth.add({ month, office_id, ...columnsOf(counts) })
    }
  }
}

function columnsOf(counts: ArrayLike<number>) {
  const [returned = 0, on_time = 0, refused = 0, rated = 0] = Array.from(counts)
  return { returned, on_time, refused, rated }
}
