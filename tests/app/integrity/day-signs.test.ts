import { expect, test } from 'vitest'
import { daySigns } from '#app/integrity/day-signs.ts'
import { hourProfileSign } from '#app/integrity/hour-profile.ts'
import { isWithinHours } from '#app/integrity/open-hours.ts'
import { burstSign, regularGapSigns } from '#app/integrity/pace-signs.ts'
import { flaggedTaps, isFlagged } from '#app/integrity/sign.ts'
import { at, DAY, every, kinds, officeDay, scattered, tap } from './some-taps.ts'

const nothing = { off: new Set<string>(), working: new Set<string>() }

test('an ordinary day has no sign', () => {
  const usual = new Map([['open q-1', { n: 600, aDay: 15 }]])
  expect(daySigns(officeDay(scattered(15), { usual }))).toEqual([])
  expect(daySigns(officeDay([]))).toEqual([])
})

test('more ratings than dossiers returned, unless nobody was there to return any', () => {
  const taps = scattered(12)
  expect(daySigns(officeDay(taps, { returned: 12 }))).toEqual([])
  expect(daySigns(officeDay(taps, { returned: 11 }))[0]?.sign).toEqual({
    kind: 'above_returned',
    ratings: 12,
    returned: 11,
  })
  expect(daySigns(officeDay(taps, { returned: 11, usualShare: 0.5 }))).toEqual([])
  expect(daySigns(officeDay(taps, { returned: 0, usualShare: 1 }))).toEqual([])
  const off = { ...nothing, off: new Set([DAY]) }
  expect(kinds(daySigns(officeDay(taps, { returned: 0, calendar: off })))).not.toContain('above_returned')
  const filing = scattered(12, { stage: 'filing' })
  expect(kinds(daySigns(officeDay(filing, { returned: 0 })))).not.toContain('above_returned')
  expect(daySigns(officeDay(scattered(4), { returned: 0 }))).toEqual([])
})

test('a burst is what chance makes once in a thousand days at most, and rests on its own ratings', () => {
  const quiet = scattered(10)
  const burst = every(9, '10:00', 20)
  const found = burstSign(
    [...quiet, ...burst].toSorted((a, b) => a.at - b.at),
    'q-1',
    5,
  )
  expect(found?.sign).toMatchObject({
    kind: 'burst',
    counterId: 'q-1',
    n: 9,
    from: '2026-03-18T03:00:00.000Z',
  })
  expect(found?.taps.filter((one) => burst.includes(one))).toHaveLength(9)
  expect(burstSign(every(9, '10:00', 20), '', 480)).toBeNull()
  expect(burstSign(every(5, '10:00', 20), '', 0)).toBeNull()
})

test('a burst over several counters is seen for the office', () => {
  const taps = every(12, '10:00', 15).map((one, i) => ({ ...one, counterId: `q-${i % 4}` }))
  const signs = daySigns(officeDay(taps))
  expect(signs.filter(({ sign }) => sign.kind === 'burst').map(({ sign }) => sign)).toMatchObject([
    { counterId: '', n: 12 },
  ])
})

test('ratings as regular as a clock', () => {
  const [found] = regularGapSigns(every(15, '09:00', 90), 'q-1')
  expect(found?.sign).toMatchObject({ kind: 'regular_gaps', n: 15, seconds: 90 })
  expect(regularGapSigns(scattered(40), 'q-1')).toEqual([])
  expect(regularGapSigns(every(10, '09:00', 90), 'q-1')).toEqual([])
})

test('outside opening hours: what the office has entered, else a working day, half an hour more at both ends', () => {
  const hours = [
    { weekday: 3, opens: '07:30', closes: '11:30' },
    { weekday: 3, opens: '13:30', closes: '17:00' },
  ]
  const within = (time: string, spans = hours, calendar = nothing) =>
    isWithinHours(at(time), DAY, spans, calendar)
  expect(within('06:59')).toBe(false)
  expect(within('07:00')).toBe(true)
  expect(within('12:30')).toBe(true)
  expect(within('17:29')).toBe(true)
  expect(within('17:30')).toBe(false)
  expect(within('17:45', [])).toBe(true)
  expect(within('10:00', hours, { ...nothing, off: new Set([DAY]) })).toBe(false)
  expect(within('10:00', [{ weekday: 1, opens: '07:30', closes: '11:30' }])).toBe(false)
  const sunday = '2026-03-22'
  expect(isWithinHours(at('10:00', sunday), sunday, [], nothing)).toBe(false)
  expect(isWithinHours(at('10:00', sunday), sunday, [], { ...nothing, working: new Set([sunday]) })).toBe(
    true,
  )
})

test('five ratings in the evening are a sign, four are none', () => {
  const evening = (count: number) => officeDay([...scattered(10), ...every(count, '19:00', 600)])
  expect(daySigns(evening(5))[0]?.sign).toEqual({ kind: 'outside_hours', n: 5, of: 15 })
  expect(daySigns(evening(4))).toEqual([])
})

test('nearly all from one code where they used to come from several', () => {
  const usual = new Map([
    ['open q-1', { n: 200, aDay: 5 }],
    ['open q-2', { n: 200, aDay: 5 }],
  ])
  const one = daySigns(officeDay(scattered(20), { usual }))
  expect(one[0]?.sign).toMatchObject({ kind: 'one_source', counterId: 'q-1', n: 20, of: 20, usualShare: 0.5 })
  const both = scattered(20).map((each, i) => ({ ...each, counterId: `q-${1 + (i % 2)}` }))
  expect(daySigns(officeDay(both, { usual }))).toEqual([])
  const always = new Map([['open q-1', { n: 400, aDay: 10 }]])
  expect(daySigns(officeDay(scattered(20), { usual: always }))).toEqual([])
  const unknown = new Map([['open q-2', { n: 60, aDay: 5 }]])
  expect(daySigns(officeDay(scattered(20), { usual: unknown }))).toEqual([])
})

test('ratings at other hours than dossiers are returned', () => {
  const hours = (from: number, to: number, n: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => ({ hour: from + i, n }))
  const returns = hours(8, 16, 40)
  expect(hourProfileSign('2026-03', hours(8, 16, 10), returns)).toBeNull()
  const evening = [...hours(8, 16, 5), { hour: 19, n: 40 }]
  expect(hourProfileSign('2026-03', evening, returns)?.sign).toMatchObject({ ratings: 85, dossiers: 360 })
  expect(hourProfileSign('2026-03', [{ hour: 19, n: 49 }], returns)).toBeNull()
  expect(hourProfileSign('2026-03', [{ hour: 19, n: 90 }], [{ hour: 9, n: 20 }])).toBeNull()
  const alike = [...hours(8, 15, 4000), { hour: 16, n: 3400 }]
  expect(hourProfileSign('2026-03', alike, hours(8, 16, 4000))).toBeNull()
})

const sign = (
  kind: 'burst' | 'regular_gaps' | 'outside_hours' | 'above_returned' | 'hour_profile',
  taps = [tap(1)],
) => ({
  sign: { kind } as never,
  taps,
})

test('a flag needs two signs that are about different things, one of them of the day', () => {
  expect(isFlagged([])).toBe(false)
  expect(isFlagged([sign('burst')])).toBe(false)
  expect(isFlagged([sign('burst'), sign('regular_gaps')])).toBe(false)
  expect(isFlagged([sign('outside_hours'), sign('hour_profile')])).toBe(false)
  expect(isFlagged([sign('hour_profile')])).toBe(false)
  expect(isFlagged([sign('burst'), sign('hour_profile')])).toBe(true)
  expect(isFlagged([sign('above_returned'), sign('outside_hours')])).toBe(true)
})

test('a flag rests on what its signs point at, each rating once; on the day where they only count', () => {
  const [a, b, c] = [tap(1), tap(2), tap(3)]
  const all = [a, b, c]
  expect(
    flaggedTaps([sign('burst', [a, b]), sign('outside_hours', [b]), sign('above_returned', all)], all),
  ).toEqual([a, b])
  expect(flaggedTaps([sign('above_returned', all), sign('hour_profile', [])], all)).toEqual(all)
})
