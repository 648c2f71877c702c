import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workingCalendar } from '#app/calendar/working-days.ts'
import { batchesOf, changesIn, releasableThrough, wholeOffices } from '#app/responses/release.ts'
import { type LevelCounts, noCounts, totalOf } from '#app/statistics/level-counts.ts'

const of = (counts: Partial<LevelCounts>): LevelCounts => ({ ...noCounts, ...counts })

describe('the last day that may be released', () => {
  const calendar = workingCalendar([
    { day: '2026-04-30', kind: 'off' },
    { day: '2026-05-01', kind: 'off' },
    { day: '2026-05-09', kind: 'working' },
  ])
  test.each([
    ['a Tuesday: Monday', '2026-03-17', '2026-03-16'],
    ['a Monday: the weekend with Friday before it', '2026-03-16', '2026-03-15'],
    ['a Saturday: still Thursday', '2026-03-14', '2026-03-12'],
    ['a Sunday: still Thursday', '2026-03-15', '2026-03-12'],
    ['a holiday: the day before the last working day', '2026-05-01', '2026-04-28'],
    ['the first working day after it', '2026-05-04', '2026-05-03'],
    ['a Saturday worked: Friday', '2026-05-09', '2026-05-08'],
  ])('%s', (_, today, day) => {
    expect(releasableThrough(today, calendar)).toBe(day)
  })
})

describe('batches', () => {
  test('close at the end of the day on which five have come together', () => {
    const days = [
      { day: '2026-03-02', levels: of({ 5: 3 }) },
      { day: '2026-03-03', levels: of({ 1: 1 }) },
      { day: '2026-03-05', levels: of({ 4: 2 }) },
      { day: '2026-03-06', levels: of({ 4: 9 }) },
      { day: '2026-03-07', levels: of({ 2: 4 }) },
    ]
    expect(batchesOf('', days)).toEqual([
      { from: '0001-01-01', day: '2026-03-05', levels: of({ 1: 1, 4: 2, 5: 3 }) },
      { from: '2026-03-06', day: '2026-03-06', levels: of({ 4: 9 }) },
    ])
    expect(batchesOf('2026-03-01', days)[0]?.from).toBe('2026-03-02')
    expect(batchesOf('', [])).toEqual([])
  })

  test('none is smaller than five, none is lost, and what was said moves no border', () => {
    const levels = fc.record({
      1: fc.nat(2),
      2: fc.nat(2),
      3: fc.nat(1),
      4: fc.nat(3),
      5: fc.nat(3),
    }) as fc.Arbitrary<LevelCounts>
    fc.assert(
      fc.property(fc.array(levels, { maxLength: 28 }), (all) => {
        const days = all.map((said, at) => ({
          day: `2026-03-${String(at + 1).padStart(2, '0')}`,
          levels: said,
        }))
        const batches = batchesOf('', days)
        expect(batches.every((batch) => totalOf(batch.levels) >= 5)).toBe(true)
        const last = batches.at(-1)?.day ?? ''
        const waiting = days.filter(({ day }) => day > last)
        const sum = (list: { levels: LevelCounts }[]) => list.reduce((n, one) => n + totalOf(one.levels), 0)
        expect(sum(batches) + sum(waiting)).toBe(sum(days))
        expect(sum(waiting)).toBeLessThan(5)
        const angry = days.map(({ day, levels: said }) => ({ day, levels: of({ 1: totalOf(said) }) }))
        const borders = (list: { from: string; day: string }[]) => list.map(({ from, day }) => [from, day])
        expect(borders(batchesOf('', angry))).toEqual(borders(batches))
      }),
    )
  })
})

test('changes are counted by the levels that grew', () => {
  const shown = of({ 5: 5, 1: 1 })
  expect(changesIn([{ shown, now: shown }])).toBe(0)
  expect(changesIn([{ shown, now: of({ 5: 3, 1: 3 }) }])).toBe(2)
  expect(
    changesIn([
      { shown, now: of({ 5: 4, 4: 1, 1: 1 }) },
      { shown, now: of({ 5: 6, 1: 1 }) },
    ]),
  ).toBe(2)
})

describe('offices whose settled month goes out whole', () => {
  const few = { id: 'few', path: '/city/ward/few/', n: 3, hasFew: true }
  const near = { id: 'near', path: '/city/ward/near/', n: 20, hasFew: false }
  const nearer = { id: 'small', path: '/city/ward/small/', n: 9, hasFew: false }
  const far = { id: 'far', path: '/city/other/', n: 6, hasFew: false }

  test('all, where none has few of anything', () => {
    expect([...wholeOffices([near, far])]).toEqual(['near', 'far'])
  })

  test('the smallest of the nearest stays with one that has less than five', () => {
    expect([...wholeOffices([few, near, nearer, far])]).toEqual(['near', 'far'])
    expect([...wholeOffices([few, far])]).toEqual([])
  })

  test('one that has five itself keeps them alone', () => {
    expect([...wholeOffices([{ ...few, n: 9 }, nearer])]).toEqual(['small'])
  })
})
