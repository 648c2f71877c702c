import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#app/calendar/day.ts'
import { publishedFrom, stateOf, type VersionSpan, withdrawn } from '#app/surveys/version-spans.ts'

const TODAY = '2026-03-16'
const FIRST: VersionSpan = { id: 'v1', from: '0001-01-01', to: '9999-12-31' }

/** What is published after a change, with the changed spans in their place. */
const applied = (spans: VersionSpan[], changed: VersionSpan[]) => [
  ...spans.filter(({ id }) => !changed.some((one) => one.id === id)),
  ...changed,
]
const validOn = (spans: VersionSpan[], day: string) =>
  spans.filter(({ from, to }) => from <= day && day <= to)

describe('publishing', () => {
  test('begins on its day, and the version before it ends the day before', () => {
    expect(publishedFrom([FIRST], 'v2', '2026-04-01', TODAY)).toEqual([
      { id: 'v1', from: '0001-01-01', to: '2026-03-31' },
      { id: 'v2', from: '2026-04-01', to: '9999-12-31' },
    ])
  })

  test.each(['2026-03-16', '2026-03-15', '0001-01-01'])('never from today or earlier: %s', (day) => {
    expect(publishedFrom([FIRST], 'v2', day, TODAY)).toBe('too_early')
  })

  test('tomorrow is the first day', () => {
    expect(publishedFrom([FIRST], 'v2', '2026-03-17', TODAY)).toHaveLength(2)
  })

  test('never on or before the first day of one that is to come', () => {
    const coming = [
      { ...FIRST, to: '2026-04-30' },
      { id: 'v2', from: '2026-05-01', to: '9999-12-31' },
    ]
    expect(publishedFrom(coming, 'v3', '2026-05-01', TODAY)).toBe('not_after_last')
    expect(publishedFrom(coming, 'v3', '2026-04-01', TODAY)).toBe('not_after_last')
    expect(publishedFrom(coming, 'v3', '2026-05-02', TODAY)).toContainEqual({
      id: 'v2',
      from: '2026-05-01',
      to: '2026-05-01',
    })
  })
})

describe('taking back', () => {
  const published = [
    { ...FIRST, to: '2026-03-31' },
    { id: 'v2', from: '2026-04-01', to: '9999-12-31' },
  ]

  test('lets the version before go on as long as the one taken back would have', () => {
    expect(withdrawn(published, 'v2', TODAY)).toEqual([FIRST])
  })

  test('is over once its first day has come, for one unknown too', () => {
    expect(withdrawn(published, 'v2', '2026-03-31')).not.toBeNull()
    expect(withdrawn(published, 'v2', '2026-04-01')).toBeNull()
    expect(withdrawn(published, 'v1', TODAY)).toBeNull()
    expect(withdrawn(published, 'v9', TODAY)).toBeNull()
  })
})

test('whatever is published and taken back on whichever days, each day has exactly one version, and no day that has come ever changes', () => {
  const step = fc.record({
    kind: fc.constantFrom('publish' as const, 'publish' as const, 'withdraw' as const),
    /** Days from today; some of them are too early. */
    ahead: fc.integer({ min: -3, max: 60 }),
    /** Days that go by before. */
    later: fc.integer({ min: 0, max: 30 }),
  })
  let [published, taken, refused] = [0, 0, 0]
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let spans: VersionSpan[] = [FIRST]
      let today = TODAY
      const history = new Map<string, string>()
      for (const [at, { kind, ahead, later }] of steps.entries()) {
        for (let day = 0; day <= later; day++) {
          const reached = addDays(today, day)
          const [only, ...others] = validOn(spans, reached)
          expect(others).toEqual([])
          if (only) history.set(reached, only.id)
        }
        today = addDays(today, later)
        if (kind === 'publish') {
          const result = publishedFrom(spans, `v${at + 2}`, addDays(today, ahead), today)
          if (typeof result === 'string') refused += 1
          else [spans, published] = [applied(spans, result), published + 1]
        } else {
          const last = spans.at(-1)
          const result = last ? withdrawn(spans, last.id, today) : null
          if (!result) refused += 1
          else
            [spans, taken] = [
              applied(
                spans.filter((span) => span !== last),
                result,
              ),
              taken + 1,
            ]
        }
        spans = spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))
        const days = [
          FIRST.from,
          '9999-12-31',
          ...spans.flatMap(({ from, to }) => [from, to, addDays(from, 1)]),
        ]
        for (const day of days) expect(validOn(spans, day)).toHaveLength(1)
        for (const [day, id] of history) expect(validOn(spans, day).map((span) => span.id)).toEqual([id])
      }
    }),
    { seed: 10, numRuns: 300 },
  )
  expect([published > 300, taken > 50, refused > 100]).toEqual([true, true, true])
})

test.each([
  ['draft', '', '', 'draft'],
  ['published', '2026-03-17', '9999-12-31', 'coming'],
  ['published', '2026-03-16', '9999-12-31', 'valid'],
  ['published', '2026-01-01', '2026-03-16', 'valid'],
  ['published', '2026-01-01', '2026-03-15', 'ended'],
] as const)('a %s from %s to %s is %s today', (status, valid_from, valid_to, state) => {
  expect(stateOf({ status, valid_from, valid_to }, TODAY)).toBe(state)
})
