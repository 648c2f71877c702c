import type { RatingToTell } from '#db/queries/released-parts.ts'
import type { AmendmentRow, LevelColumns, ReleaseBatchRow, ReleasedPartRow } from '#db/schema.ts'
import { hourOf } from '../calendar/day.ts'
import { madeAt } from '../calendar/id-at.ts'
import { weekdayOf } from '../calendar/working-days.ts'
import { type AnswerMark, answerMarks } from '../surveys/answer-marks.ts'
import type { SurveyVersion } from '../surveys/survey.ts'

type Cell = Pick<ReleaseBatchRow, 'office_id' | 'trust' | 'stage'>
type Part = Pick<ReleasedPartRow, 'kind' | 'part'>

/** A rating as it stood when its batch was last released, or nothing where it had not come yet. */
export function asReleased(
  rating: RatingToTell,
  amendments: readonly AmendmentRow[],
  { amended_before, arrived_by }: Pick<ReleaseBatchRow, 'amended_before' | 'arrived_by'>,
): RatingToTell | null {
  // A tablet's rating is taken in, and gets its id, later than it was given.
  if (new Date(madeAt(rating.id)).toISOString() > arrived_by) return null
  const later = amendments.find(({ replaced_at }) => replaced_at >= amended_before)
  if (!later) return rating
  const { level, respondent, survey_version_id, answers } = later
  return { ...rating, level, respondent, survey_version_id, answers }
}

/** In which of its cell's batches (by last day, in order) a day lies. */
export function batchOfDay(batches: readonly ReleaseBatchRow[], day: string): ReleaseBatchRow | undefined {
  let [low, high] = [0, batches.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((batches[middle]?.day ?? '') < day) low = middle + 1
    else high = middle
  }
  const found = batches[low]
  return found && found.from_day <= day ? found : undefined
}

/** All that a rating is of: procedure, channel, respondent, half-day of the week (`1 12`), answers; and `all`. */
export function partsOf(rating: RatingToTell, versions: ReadonlyMap<string, SurveyVersion>): Part[] {
  const { procedure_id, channel, respondent, day, first_at } = rating
  const half = hourOf(new Date(first_at)) < 12 ? 0 : 12
  return [
    { kind: 'all', part: '' },
    { kind: 'procedure', part: procedure_id ?? '' },
    { kind: 'channel', part: channel },
    { kind: 'respondent', part: respondent },
    { kind: 'half_day', part: `${weekdayOf(day)} ${half}` },
    ...marksOf(rating, versions).map(({ identity, option }) => ({
      kind: 'answer' as const,
      part: `${identity} ${option}`,
    })),
  ]
}

function marksOf(
  { survey_version_id: id, answers }: RatingToTell,
  versions: ReadonlyMap<string, SurveyVersion>,
) {
  const version = id && answers !== '{}' ? versions.get(id) : undefined
  return version ? answerMarks(version, JSON.parse(answers) as Record<string, string[]>) : []
}

/** `late`, of `time late`. */
export function answerOf(part: string): AnswerMark {
  const [identity = '', option = ''] = part.split(' ')
  return { identity, option }
}

/** Sums ratings up, a row for each month, cell and part. */
export class PartSums {
  readonly #rows = new Map<string, ReleasedPartRow>()

  add(month: string, { office_id, trust, stage }: Cell, { kind, part }: Part, level: number): void {
    const key = [month, office_id, trust, stage, kind, part].join(' ')
    const row = this.#rows.get(key) ?? { ...{ month, office_id, trust, stage, kind, part }, ...nothing }
    row[`level_${level as 1}`] += 1
    this.#rows.set(key, row)
  }

  get rows(): ReleasedPartRow[] {
    return [...this.#rows.values()]
  }
}

export const nothing: LevelColumns = { level_1: 0, level_2: 0, level_3: 0, level_4: 0, level_5: 0 }
