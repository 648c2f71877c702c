import { randomUUID } from 'node:crypto'
import { addToAnswerCount } from '#db/queries/answer-counts.ts'
import { insertCase } from '#db/queries/feedback-cases.ts'
import type { FeedbackCaseRow, Tx } from '#db/schema.ts'
import { OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { rate, returnDossiers, times } from './rated-city.ts'

/** What a complaint is unless said otherwise: received in February, answered on time. */
const CASE: Omit<FeedbackCaseRow, 'id' | 'code_hash' | 'serial'> = {
  ...{
    year: 2026,
    kind: 'petition',
    official: 0,
    origin: 'open',
    office_id: OFFICES.wardA,
    status: 'closed',
  },
  ...{ queue: 'ordinary', suspicion: '', category: 'delay', lang: 'vi', text: 'Chậm.', round: 1 },
  ...{ received_at: '2026-02-10T03:00:00.000Z', received_day: '2026-02-10', classify_by: '2026-02-12' },
  ...{ answer_by: '2026-03-05', extended_from: '', extension_reason: '', handling_office_id: null },
  ...{ handler_id: null, summary: '', first_answer: 'on_time', answered_at: '', handled_well: '' },
  ...{ reopened_at: '', closed_at: '', escalation: 0, contact: 'none' },
}

let serial = 0

/** `n` complaints alike. */
export async function complain(tx: Tx, n: number, change: Partial<FeedbackCaseRow> = {}): Promise<void> {
  for (let i = 0; i < n; i += 1) {
    serial += 1
    await insertCase(tx, { ...CASE, id: randomUUID(), code_hash: randomUUID(), serial, ...change })
  }
}

/** `n` responses of February that give an option, counted as the product counts them. */
export async function answer(
  tx: Tx,
  office: string,
  identity: string,
  said: Record<string, number>,
): Promise<void> {
  const key = { month: '2026-02', office_id: office, identity, stage: 'unstated', trust: 'open' } as const
  for (const [option, n] of Object.entries(said))
    for (let i = 0; i < n; i += 1)
      for (const each of [option, '']) await addToAnswerCount(tx, { ...key, option: each }, 1)
}

/** February with everything that a report tells: ratings, dossiers, answers to three surveys, complaints. */
export async function settleFebruary({ store }: Pick<SmallCity, 'store'>): Promise<void> {
  await store.write(async (tx) => {
    await rate(tx, { office: OFFICES.wardA, day: '2026-02-10', trust: 'verified' }, [
      ...times(80, 5),
      ...times(27, 4),
      ...times(19, 2),
    ])
    await rate(tx, { office: OFFICES.wardB, day: '2026-02-11', trust: 'kiosk' }, times(40, 4))
    await rate(tx, { office: OFFICES.oneStop, day: '2026-02-12' }, times(3, 1))
    await returnDossiers(tx, { office: OFFICES.wardA, day: '2026-02-10', onTime: 150, late: 2, rated: 96 })
    await returnDossiers(tx, { office: OFFICES.wardB, day: '2026-02-11', onTime: 60, rated: 20 })
    for (const criterion of ['sipas.1', 'sipas.2', 'sipas.5'])
      await answer(tx, OFFICES.wardA, criterion, { 5: 30, 4: 12, 3: 8 })
    await answer(tx, OFFICES.wardB, 'sipas.1', { 4: 3 })
    await answer(tx, OFFICES.wardA, 'short.reasons', { time: 14, attitude: 9, fees: 2 })
    for (const indicator of [1, 2, 3, 4, 6, 7])
      await answer(tx, OFFICES.wardA, `nd61.${indicator}`, { 2: 9, 1: 6 })
    await complain(tx, 9)
    await complain(tx, 3, { first_answer: 'late' })
    await complain(tx, 2, { first_answer: '', status: 'assigned', answer_by: '2026-03-20' })
    await complain(tx, 12, { office_id: OFFICES.wardB, category: 'attitude', handled_well: 'no' })
    await complain(tx, 6, { office_id: OFFICES.oneStop, queue: 'restricted', category: 'integrity' })
    await complain(tx, 2, { office_id: OFFICES.oneStop, status: 'quarantined' })
    await complain(tx, 4, { kind: 'suggestion' })
    await complain(tx, 5, { received_day: '2026-03-01' })
  })
}
