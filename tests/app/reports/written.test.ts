import { describe, expect, test } from 'vitest'
import { containing, periodOf } from '#app/calendar/period.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { refusedPeriodForm } from '#app/reports/period-form.ts'
import {
  overviewAddress,
  overviewCsvAddress,
  shortMonth,
  writtenMonth,
  writtenPeriod,
} from '#app/reports/written-period.ts'
import { writtenShare } from '#app/reports/written-share.ts'

describe('a period in words', () => {
  const inAll = (period: Parameters<typeof writtenPeriod>[1]) =>
    LANGUAGES.map((lang) => writtenPeriod(lang, period))

  test.each([
    ['month', ['Tháng 10/2026', 'October 2026', '2026年10月']],
    ['quarter', ['Quý IV/2026', 'Quarter 4 of 2026', '2026年第4季度']],
    ['half', ['Sáu tháng cuối năm 2026', 'Second half of 2026', '2026年下半年']],
    ['year', ['Năm 2026', '2026', '2026年']],
  ] as const)('the %s of 7 October', (kind, words) => {
    expect(inAll(containing(kind, '2026-10-07'))).toEqual(words)
  })

  test('the first half, any days, one day', () => {
    expect(writtenPeriod('vi', containing('half', '2026-06-30'))).toBe('Sáu tháng đầu năm 2026')
    expect(inAll(periodOf('2026-10-01', '2026-10-15'))).toEqual([
      'Từ 01/10/2026 đến 15/10/2026',
      '01/10/2026 to 15/10/2026',
      '01/10/2026 至 15/10/2026',
    ])
    expect(writtenPeriod('vi', periodOf('2026-10-07', '2026-10-07'))).toBe('Ngày 07/10/2026')
    expect(writtenMonth('vi', '2026-01')).toBe('Tháng 01/2026')
    expect(shortMonth('2026-01')).toBe('01/26')
  })

  test('and its addresses', () => {
    const period = containing('month', '2026-10-07')
    expect(overviewAddress(period)).toBe('/van-phong?from=2026-10-01&to=2026-10-31')
    expect(overviewCsvAddress(period)).toBe('/van-phong.csv?from=2026-10-01&to=2026-10-31')
  })
})

describe('a share in words', () => {
  test.each([
    [1165, 1209, 95, '96,4%'],
    [95, 100, 95, '95,0%'],
    [9495, 10_000, 95, '94,95%'],
    [94_999, 100_000, 95, '94,999%'],
    [9_499_999, 10_000_000, 95, '95,0000%'],
    [9904, 10_000, 99, '99,04%'],
    [9899, 10_000, 99, '98,99%'],
    [99, 100, 99, '99,0%'],
    [0, 7, 95, '0,0%'],
    [7, 7, 95, '100,0%'],
    [0, 0, 95, null],
  ])('%i of %i against %i%% is %s', (k, n, target, text) => {
    expect(writtenShare('vi', k, n, target)).toBe(text)
  })

  test('each language writes it its own way', () => {
    expect(LANGUAGES.map((lang) => writtenShare(lang, 1165, 1209, 95))).toEqual(['96,4%', '96.4%', '96.4%'])
  })
})

describe('two dates that cannot be used', () => {
  test.each([
    ['2026-02-30', '2026-03-01', { from: 'not_a_day' }],
    ['2026-02-01', 'hôm qua', { to: 'not_a_day' }],
    [null, '2026-03-01', { from: 'not_a_day' }],
    ['2026-03-01', null, { to: 'not_a_day' }],
    ['', 'x', { from: 'not_a_day', to: 'not_a_day' }],
    ['2026-03-02', '2026-03-01', { to: 'before_from' }],
    ['2006-03-02', '2026-03-01', { to: 'out_of_range' }],
  ])('%s to %s: %j', (from, to, problems) => {
    expect(refusedPeriodForm(from, to).problems).toEqual(problems)
  })

  test('what was typed comes back, cut where it is no date any more', () => {
    expect(refusedPeriodForm('30/02/2026', 'x'.repeat(5000))).toMatchObject({
      from: '30/02/2026',
      to: 'x'.repeat(20),
    })
  })
})
