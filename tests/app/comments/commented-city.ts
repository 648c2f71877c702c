import { dayOf } from '#app/calendar/day.ts'
import { recordAmendment, recordResponse } from '#app/responses/record-response.server.ts'
import type { ResponseRow } from '#db/schema.ts'
import type { SmallCity } from '#tests/world/small-city.ts'

let made = 0

/** A rating as the city keeps it, with what was written soon after. */
export interface Written {
  office: string
  level?: 1 | 2 | 3 | 4 | 5
  comment: string
  /** The instant of the first tap. */
  at?: string
  reasons?: string[]
  stage?: ResponseRow['stage']
}

export function responseOf({
  office,
  level = 4,
  at = '2026-03-10T03:00:00.000Z',
  stage = 'unstated',
}: Written): ResponseRow {
  made += 1
  return {
    id: `019ce000-0000-7000-8000-${String(made).padStart(12, '0')}`,
    receipt_hash: `hash-${made}`,
    office_id: office,
    counter_id: null,
    procedure_id: null,
    ...{ channel: 'unstated', stage, trust: 'open', respondent: 'unstated', level },
    day: dayOf(new Date(at)),
    first_at: at,
    changeable_until: '2026-12-31T00:00:00.000Z',
    ...{ lang: 'vi', survey_version_id: null, answers: '{}', comment: '', revision: 0, amended_at: '' },
  } as ResponseRow
}

/** Rates and writes, as a citizen would: the tap first. */
export async function write({ store }: SmallCity, all: Written[]): Promise<ResponseRow[]> {
  const rows: ResponseRow[] = []
  await store.write(async (tx) => {
    for (const written of all) {
      const first = responseOf(written)
      await recordResponse(tx, first)
      const answers = written.reasons
        ? { answers: JSON.stringify({ reasons: written.reasons }), survey_version_id: 'short-1' }
        : {}
      const after = { ...first, comment: written.comment, ...answers }
      rows.push(await recordAmendment(tx, first, after, new Date(first.first_at)))
    }
  })
  return rows
}
