import { monthOf } from '#app/calendar/day.ts'
import { commentOf, type Reading } from '#app/comments/comment.ts'
import { listOf } from '#app/comments/theme.ts'
import type { SurveyVersion } from '#app/surveys/survey.ts'
import type { BulkInsert, Filling } from '#db/bulk.ts'
import type { ResponseRow } from '#db/schema.ts'
import { ASKED } from './answer-counts.ts'

const SURVEY: SurveyVersion = { id: 'short-1', survey: 'short', ...ASKED }

/** What is looked for in comments, a row each as they are written, and how many touch a theme. */
export class CommentRows {
  readonly #rows: BulkInsert<'comments'>
  readonly #counts: BulkInsert<'monthly_theme_counts'>
  readonly #reading: Reading
  readonly #themes = new Map<string, number>()

  constructor(filling: Filling, reading: Reading) {
    this.#rows = filling.into('comments')
    this.#counts = filling.into('monthly_theme_counts')
    this.#reading = reading
  }

  take(response: ResponseRow): void {
    if (response.comment === '') return
    const row = commentOf(response, SURVEY, this.#reading)
    this.#rows.add(row)
    for (const theme of ['', ...listOf(row.themes)]) {
      const key = `${monthOf(response.day)}|${row.office_id}|${theme}`
      this.#themes.set(key, (this.#themes.get(key) ?? 0) + 1)
    }
  }

  endYear(): void {
    for (const [key, n] of this.#themes) {
      const [month = '', office_id = '', theme = ''] = key.split('|')
      this.#counts.add({ month, office_id, theme, n })
    }
  }
}
