import { randomUUID } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { CountChanges } from '#app/dossiers/count-dossiers.server.ts'
import { breakdownOf } from '#app/responses/record-response.server.ts'
import type { Level } from '#app/statistics/level-counts.ts'
import { addToBreakdowns } from '#db/queries/breakdown-counts.ts'
import { addToLevelCount } from '#db/queries/level-counts.ts'
import type { DossierRow, Stage, Trust, Tx } from '#db/schema.ts'
import { PROCEDURES } from '#tests/world/small-city.ts'

interface Ratings {
  office: string
  day: string
  trust?: Trust
  stage?: Stage
}

/** `[5, 5, 4]`: that many ratings of an office on a day, stored and counted as the product does it. */
export async function rate(tx: Tx, ratings: Ratings, levels: readonly Level[]): Promise<void> {
  const { office, day, trust = 'open' } = ratings
  const stage = ratings.stage ?? (trust === 'verified' ? 'return' : 'unstated')
  const rows = levels.map((level) => ({
    id: uuidv7({ msecs: Date.parse(`${day}T03:00:00.000Z`) }),
    receipt_hash: randomUUID(),
    office_id: office,
    counter_id: null,
    procedure_id: null,
    channel: 'unstated' as const,
    stage,
    trust,
    respondent: 'unstated' as const,
    level,
    day,
    first_at: `${day}T03:00:00.000Z`,
    changeable_until: `${day}T03:00:00.000Z`,
    lang: 'vi',
    survey_version_id: null,
    answers: '{}',
    comment: '',
    revision: 0,
    amended_at: '',
  }))
  await tx.insertInto('responses').values(rows).execute()
  for (const row of rows) {
    await addToLevelCount(tx, row, row.level, 1)
    await addToBreakdowns(tx, breakdownOf(row), row.level, 1)
  }
}

/** `n` ratings at one level. */
export const times = (n: number, level: Level): Level[] => Array.from({ length: n }, () => level)

interface Returned {
  office: string
  day: string
  onTime: number
  late?: number
  /** How many of them have a verified rating. */
  rated?: number
}

/** Dossiers of an office returned on a day, stored and counted. */
export async function returnDossiers(tx: Tx, { office, day, onTime, late = 0, rated = 0 }: Returned) {
  const counts = new CountChanges()
  for (let i = 0; i < onTime + late; i += 1) {
    const isOnTime = i < onTime
    const row: DossierRow = {
      id: randomUUID(),
      code: randomUUID(),
      office_id: office,
      procedure_id: PROCEDURES.copies,
      channel: 'counter',
      applicant: 'citizen',
      received_at: `${day}T01:00:00.000Z`,
      due_at: `${day}T09:00:00.000Z`,
      returned_at: `${day}T08:00:00.000Z`,
      received_day: day,
      due_day: isOnTime ? day : '2000-01-01',
      returned_day: day,
      outcome: 'returned',
      on_time: isOnTime ? 1 : 0,
    }
    await tx.insertInto('dossiers').values(row).execute()
    counts.add(row, i < rated, 1)
  }
  await counts.write(tx)
}
