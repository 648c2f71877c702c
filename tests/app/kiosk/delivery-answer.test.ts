import { expect, test } from 'vitest'
import { chainedEntry, NEW_CHAIN } from '#app/kiosk/chained-entry.ts'
import { readAnswer } from '#app/kiosk/delivery-answer.ts'
import type { Waiting } from '#app/kiosk/unsent-queue.ts'
import { LYING_ANSWERS } from './lying-answers.ts'
import { threeWaiting } from './some-entries.ts'

const sent = threeWaiting()
const ids = sent.map(({ entry }) => entry.id)

function answered(results: unknown[], over: { status?: number; type?: string } = {}) {
  const text = JSON.stringify({ results })
  return readAnswer({ status: 200, type: 'application/json; charset=utf-8', text, ...over }, sent)
}

const result = ({ entry }: Waiting, status = 'stored') => ({ id: entry.id, hash: entry.hash, status })

test('what is named by id and hash is settled, the rest is not', () => {
  const [first, second, third] = sent as [Waiting, Waiting, Waiting]
  expect(answered(sent.map((one) => result(one)))).toEqual({ kind: 'settled', stored: ids, kept: [] })
  expect(answered([result(second, 'already_stored')])).toMatchObject({ stored: [ids[1]], kept: [] })
  const mixed = answered([
    { ...result(first, 'refused'), reason: 'bad_level' },
    result(second, 'conflict'),
    { ...result(third), hash: first.entry.hash },
  ])
  expect(mixed).toEqual({
    kind: 'settled',
    stored: [],
    kept: [
      { ...first, status: 'refused', reason: 'bad_level' },
      { ...second, status: 'conflict', reason: '' },
    ],
  })
})

test('an answer that is not wholly ours settles nothing', () => {
  const all = sent.map((one) => result(one))
  const [first] = sent as [Waiting]
  expect(answered(all, { status: 201 })).toEqual({ kind: 'failed' })
  expect(answered(all, { type: 'text/html' })).toEqual({ kind: 'failed' })
  expect(answered([])).toEqual({ kind: 'failed' })
  expect(answered([{ id: ids[0], status: 'stored' }])).toEqual({ kind: 'failed' })
  expect(answered([{ ...result(first), status: 'ok' }, null, 7])).toEqual({ kind: 'failed' })
  const foreign = chainedEntry(NEW_CHAIN, { ...first.entry, id: 'somebody else' } as never).waiting
  expect(answered([result(foreign)])).toEqual({ kind: 'failed' })
})

test('a credential that was taken back is told apart from one that is not known, and both from a portal', () => {
  const problem = (status: number, code: string) =>
    readAnswer({ status, type: 'application/problem+json', text: JSON.stringify({ code }) }, sent).kind
  expect(problem(401, 'revoked')).toBe('revoked')
  expect(problem(401, 'expired')).toBe('unauthorised')
  expect(readAnswer({ status: 401, type: 'text/html', text: 'revoked' }, sent).kind).toBe('unauthorised')
  expect(readAnswer({ status: 413, type: 'text/html', text: '' }, sent).kind).toBe('too_large')
})

test.each(LYING_ANSWERS)('a lying network removes nothing: $name', ({ answer }) => {
  const read = readAnswer(answer, sent)
  expect(read.kind).not.toBe('settled')
})
