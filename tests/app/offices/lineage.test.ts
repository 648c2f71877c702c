import { describe, expect, test } from 'vitest'
import { lineageOn } from '#app/offices/lineage.ts'
import { aLine } from './some-offices.ts'

const into = (lines: string[], day = '2026-01-01') =>
  Object.fromEntries(
    lineageOn(
      lines.map((line) => aLine(line)),
      day,
    ).into,
  )

describe('figures by lineage go', () => {
  test('from each predecessor to its successor', () => {
    expect(into(['a>s', 'b>s'])).toEqual({ a: 's', b: 's' })
  })

  test('through to the last successor', () => {
    expect(into(['a>b', 'b>c', 'x>c'])).toEqual({ a: 'c', b: 'c', x: 'c' })
  })

  test('nowhere from an office that was divided, but to it', () => {
    expect(into(['a>b', 'b>c', 'b>d'])).toEqual({ a: 'b' })
  })

  test('nowhere from outside the city', () => {
    expect(into(['>s', 'a>s'])).toEqual({ a: 's' })
  })

  test('nowhere before the day', () => {
    expect(into(['a>s'], '2025-06-30')).toEqual({})
    expect(into(['a>s'], '2025-07-01')).toEqual({ a: 's' })
  })

  test('and an entry that leads in a circle ends', () => {
    expect(Object.keys(into(['a>b', 'b>a'])).length).toBeLessThanOrEqual(2)
  })
})

test('what a successor took over is said with those from outside, and all at the last one', () => {
  const { taken } = lineageOn(
    [aLine('a>b'), aLine('b>c'), aLine('>c'), aLine('d>e'), aLine('d>f')],
    '2026-01-01',
  )
  expect(taken.map(({ successorId, predecessorId }) => [successorId, predecessorId])).toEqual([
    ['c', 'a'],
    ['c', 'b'],
    ['c', null],
  ])
})
