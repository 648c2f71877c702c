import { describe, expect, test } from 'vitest'
import { mergingProblems, NEW_OFFICE, outsideNames } from '#app/offices/merging-rules.ts'
import type { Merger } from '#app/offices/office-form.ts'
import { aLine, anOffice } from './some-offices.ts'

const offices = [
  anOffice('city'),
  anOffice('a', { parent: 'city' }),
  anOffice('b', { parent: 'city' }),
  anOffice('hall', { parent: 'b' }),
  anOffice('gone', { parent: 'city', to: '2025-06-30' }),
  anOffice('lost', { parent: 'city', to: '2020-12-31' }),
  anOffice('late', { parent: 'city', from: '2026-01-01' }),
]

const merger = (change: Partial<Merger> = {}): Merger => ({
  predecessors: ['a'],
  outside: '',
  successor: NEW_OFFICE,
  name: 'Phường mới',
  kind: 'ward',
  parent: 'city',
  gso_code: '',
  day: '2025-07-01',
  note: '',
  ...change,
})

describe('a merger', () => {
  test.each<[string, Partial<Merger>, object]>([
    ['one ward into a new one', {}, {}],
    ['a new one at the top', { parent: '' }, {}],
    ['only a commune from outside', { predecessors: [], outside: 'xã Yên Trạch' }, {}],
    ['into one that is there', { successor: 'b' }, {}],
    ['a ward with all below it', { predecessors: ['b', 'hall'] }, {}],
    ['one that closed the day before (divided)', { predecessors: ['gone'] }, {}],
    ['nothing', { predecessors: [], outside: ' \n ' }, { predecessors: 'no_predecessor' }],
    ['an unknown one', { predecessors: ['a', 'zz'] }, { predecessors: 'not_a_choice' }],
    ['one that closed long ago', { predecessors: ['lost'] }, { predecessors: 'predecessor_not_open' }],
    ['one that is not there yet', { predecessors: ['late'] }, { predecessors: 'predecessor_not_open' }],
    ['one with an open office below', { predecessors: ['b'] }, { predecessors: 'open_children' }],
    ['a new one without a name', { name: '' }, { name: 'required' }],
    ['a new one under what is merged', { parent: 'a' }, { parent: 'successor_is_predecessor' }],
    ['a new one under a closed one', { parent: 'gone' }, { parent: 'beyond_parent' }],
    ['into itself', { successor: 'a' }, { successor: 'successor_is_predecessor' }],
    ['into nothing', { successor: '' }, { successor: 'required' }],
    ['into an unknown one', { successor: 'zz' }, { successor: 'not_a_choice' }],
    ['into a closed one', { successor: 'gone' }, { successor: 'successor_not_open' }],
    ['into one that opens later', { successor: 'late' }, { successor: 'successor_not_open' }],
    [
      'nothing into nothing',
      { predecessors: [], successor: '' },
      { predecessors: 'no_predecessor', successor: 'required' },
    ],
  ])('%s', (_what, change, problems) => {
    expect(mergingProblems(offices, [], merger(change))).toEqual(problems)
  })

  test('cannot be told twice', () => {
    const lineage = [aLine('gone>a')]
    expect(mergingProblems(offices, lineage, merger({ predecessors: ['gone'], successor: 'a' }))).toEqual({
      predecessors: 'already_merged',
    })
    expect(mergingProblems(offices, lineage, merger({ predecessors: ['gone'], successor: 'b' }))).toEqual({})
  })

  test('cannot lead back to where it came from, over any number of steps', () => {
    const lineage = [aLine('b>hall', '2024-01-01'), aLine('hall>a', '2024-06-01'), aLine('b>b', '2024-06-01')]
    expect(mergingProblems(offices, lineage, merger({ predecessors: ['a'], successor: 'b' }))).toEqual({
      successor: 'lineage_circle',
    })
  })
})

test('names from outside are one a line, none twice', () => {
  expect(outsideNames({ outside: ' thị trấn Cao Lộc \r\n\nxã Tân Liên\nxã Tân Liên\n' })).toEqual([
    'thị trấn Cao Lộc',
    'xã Tân Liên',
  ])
})
