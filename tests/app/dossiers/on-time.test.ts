import { expect, test } from 'vitest'
import { isClosed, OUTCOMES } from '#app/dossiers/dossier.ts'
import { contributionOf, isOnTime } from '#app/dossiers/on-time.ts'

test('on time is up to the end of the day promised', () => {
  expect(isOnTime('2026-01-14', '2026-01-15')).toBe(true)
  expect(isOnTime('2026-01-15', '2026-01-15')).toBe(true)
  expect(isOnTime('2026-01-16', '2026-01-15')).toBe(false)
  expect(isOnTime('2026-01-01', '2025-12-31')).toBe(false)
  expect(isOnTime('', '2026-01-15')).toBe(false)
})

test('a returned dossier counts, on time and rated where it is', () => {
  const of = (onTime: boolean, rated: boolean) => contributionOf({ outcome: 'returned', onTime, rated })
  expect(of(true, true)).toEqual({ returned: 1, on_time: 1, refused: 0, rated: 1 })
  expect(of(false, true)).toEqual({ returned: 1, on_time: 0, refused: 0, rated: 1 })
  expect(of(true, false)).toEqual({ returned: 1, on_time: 1, refused: 0, rated: 0 })
})

test('a refused one is counted beside them and never raises a share of dossiers returned', () => {
  const counts = contributionOf({ outcome: 'refused', onTime: true, rated: true })
  expect(counts).toEqual({ returned: 0, on_time: 0, refused: 1, rated: 0 })
})

test.each(['open', 'withdrawn'] as const)('one that is %s counts nowhere', (outcome) => {
  const counts = contributionOf({ outcome, onTime: true, rated: true })
  expect(counts).toEqual({ returned: 0, on_time: 0, refused: 0, rated: 0 })
})

test('only who was given an answer may rate', () => {
  expect(OUTCOMES.filter(isClosed)).toEqual(['returned', 'refused'])
})
