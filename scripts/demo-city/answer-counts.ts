import { answerMarks } from '#app/surveys/answer-marks.ts'
import type { BulkInsert } from '#db/bulk.ts'
import type { AnswerCountRow, ResponseRow } from '#db/schema.ts'

type Counted = Omit<AnswerCountRow, 'month'>

/** The one question that a demo city asks, by what counts call it. */
export const ASKED = {
  questions: [
    {
      id: 'reasons',
      identity: 'short.reasons',
      kind: 'several' as const,
      factor: null,
      text: { vi: '', en: '', zh: '' },
      options: [],
    },
  ],
}

/** What a month's responses say, kept beside the rows and written when the month is over. */
export class AnswerCounts {
  readonly #table: BulkInsert<'monthly_answer_counts'>
  #thisMonth = new Map<string, Counted>()

  constructor(table: BulkInsert<'monthly_answer_counts'>) {
    this.#table = table
  }

  count({ office_id, stage, trust, answers }: ResponseRow): void {
    if (answers === '{}') return
    for (const { identity, option } of answerMarks(ASKED, JSON.parse(answers) as Record<string, string[]>)) {
      const key = `${office_id}|${stage}|${trust}|${option}`
      const known = this.#thisMonth.get(key)
      if (known) known.n += 1
      else this.#thisMonth.set(key, { office_id, stage, trust, identity, option, n: 1 })
    }
  }

  endMonth(month: string): void {
    for (const count of this.#thisMonth.values()) this.#table.add({ month, ...count })
    this.#thisMonth = new Map()
  }
}
