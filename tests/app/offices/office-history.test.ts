import { describe, expect, test } from 'vitest'
import { FIRST_DAY, LAST_DAY } from '#app/calendar/day.ts'
import { isOpenOn, nowSince, officesOn, parentOn } from '#app/offices/office.ts'
import { treeOf } from '#app/offices/office-list.ts'
import { anOffice } from './some-offices.ts'

const ward = anOffice('p', { name: 'Phường Lương Văn Tri', parent: 'b' })
const names = [
  { office_id: 'p', name: 'Phường Chi Lăng', name_folded: 'phuong chi lang', valid_to: '2020-12-31' },
  { office_id: 'p', name: 'Phường Kỳ Lừa', name_folded: 'phuong ky lua', valid_to: '2025-06-30' },
  { office_id: 'q', name: 'Xã khác', name_folded: 'xa khac', valid_to: '2021-06-30' },
]
const parents = [{ office_id: 'p', parent_id: 'a', valid_to: '2024-12-31' }]

describe('an office on a day', () => {
  test.each([
    [FIRST_DAY, 'Phường Chi Lăng', 'a'],
    ['2020-12-31', 'Phường Chi Lăng', 'a'],
    ['2021-01-01', 'Phường Kỳ Lừa', 'a'],
    ['2024-12-31', 'Phường Kỳ Lừa', 'a'],
    ['2025-01-01', 'Phường Kỳ Lừa', 'b'],
    ['2025-06-30', 'Phường Kỳ Lừa', 'b'],
    ['2025-07-01', 'Phường Lương Văn Tri', 'b'],
    [LAST_DAY, 'Phường Lương Văn Tri', 'b'],
  ])('%s: %s under %s', (day, name, parent) => {
    const [shown] = officesOn([ward], { names, parents }, day)
    expect([shown?.name, shown?.parent_id]).toEqual([name, parent])
    expect(parentOn(ward, parents, day)).toBe(parent)
  })

  test('rows in any order say the same', () => {
    const [shown] = officesOn([ward], { names: names.toReversed(), parents }, '2020-06-01')
    expect(shown?.name_folded).toBe('phuong chi lang')
  })

  test('without a past it is what it is now', () => {
    expect(officesOn([ward], { names: [], parents: [] }, '1990-01-01')).toEqual([ward])
  })

  test('what holds now holds since the day after the last change, or from the beginning', () => {
    expect(nowSince(names, ward)).toBe('2025-07-01')
    expect(nowSince(parents, ward)).toBe('2025-01-01')
    expect(nowSince([], ward)).toBe(FIRST_DAY)
  })

  test('it is open from its first day to its last', () => {
    const span = anOffice('p', { from: '2025-07-01', to: '2026-06-30' })
    const open = ['2025-06-30', '2025-07-01', '2026-06-30', '2026-07-01'].map((day) => isOpenOn(span, day))
    expect(open).toEqual([false, true, true, false])
  })
})

describe('the tree as a list', () => {
  const offices = [
    anOffice('a'),
    anOffice('b', { parent: 'a' }),
    anOffice('c', { parent: 'b' }),
    anOffice('d'),
  ]

  test('runs from the top down with how deep each stands', () => {
    expect(treeOf(offices).map(({ id, depth }) => [id, depth])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['d', 0],
    ])
  })

  test('one whose parent is not there stands at the top instead of vanishing', () => {
    const without = offices.filter(({ id }) => id !== 'a')
    expect(treeOf(without).map(({ id, depth }) => [id, depth])).toEqual([
      ['b', 0],
      ['c', 1],
      ['d', 0],
    ])
  })
})
