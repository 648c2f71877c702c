import type { CountLine } from '#db/queries/recounts.ts'
import { keptParts, keptReleased, listBatches, PART_KEY } from '#db/queries/released-parts.ts'
import { listSurveyVersions } from '#db/queries/survey-versions.ts'
import type { Db, LevelColumns, ReleasedPartRow } from '#db/schema.ts'
import { FIRST_DAY, LAST_DAY, monthOf } from '../calendar/day.ts'
import { readVersion } from '../surveys/survey.ts'
import { nothing, PartSums, partsOf } from './released-parts.ts'
import { toldRatings } from './told-ratings.server.ts'

interface Recounted {
  table: string
  kept: CountLine<LevelColumns>[]
  counted: CountLine<LevelColumns>[]
}

/**
 * What a measured office may see, counted again from the ratings behind its batches as they stood when those were
 * released; batches from before that was written down are left out.
 */
export async function recountedReleased(db: Db): Promise<Recounted[]> {
  const [kept, keptOfParts] = [await keptReleased(db), await keptParts(db)]
  const versions = new Map((await listSurveyVersions(db)).map((row) => [row.id, readVersion(row)]))
  const days = new Map<string, LevelColumns>()
  const sums = new PartSums()
  const batches = await listBatches(db, FIRST_DAY, LAST_DAY)
  for await (const { told } of toldRatings(db, batches, { after: '', before: 'g' })) {
    for (const { rating, batch } of told) {
      const key = [batch.day, batch.office_id, batch.trust, batch.stage].join(' ')
      const row = days.get(key) ?? { ...nothing }
      row[`level_${rating.level as 1}`] += 1
      days.set(key, row)
      for (const part of partsOf(rating, versions)) sums.add(monthOf(batch.day), batch, part, rating.level)
    }
  }
  const wholeOf = (key: string) => key.split(' ').slice(0, 4).join(' ')
  const divided = new Set(keptOfParts.map(({ key }) => wholeOf(key)))
  return [
    {
      table: 'released_level_counts',
      kept,
      counted: [...days].map(([key, counts]) => ({ key, counts })),
    },
    {
      table: 'released_part_counts',
      kept: keptOfParts,
      counted: sums.rows.map(asLine).filter(({ key }) => divided.has(wholeOf(key))),
    },
  ]
}

function asLine(row: ReleasedPartRow): CountLine<LevelColumns> {
  const { level_1, level_2, level_3, level_4, level_5 } = row
  const counts = { level_1, level_2, level_3, level_4, level_5 }
  return { key: PART_KEY.map((column) => row[column]).join(' '), counts }
}
