import { describe, expect, test } from 'vitest'
import { LAST_DAY } from '#app/calendar/day.ts'
import {
  canBePredecessor,
  closingProblems,
  movingProblems,
  openChildren,
  openingProblems,
  renamingProblems,
  reopeningProblems,
} from '#app/offices/office-rules.ts'
import { aLine, anOffice } from './some-offices.ts'

const TODAY = '2026-03-16'
const city = anOffice('city')
const old = anOffice('old', { parent: 'city', from: '2020-01-01', to: '2025-06-30' })
const ward = anOffice('ward', { parent: 'city', from: '2020-01-01' })
const hall = anOffice('hall', { parent: 'ward', from: '2021-01-01' })
const offices = [city, old, ward, hall]
const nothing = { names: [], parents: [] }

describe('opening', () => {
  test.each([
    [{ parent: 'city', from: '2026-01-01', until: '' }, {}],
    [{ parent: '', from: '1990-01-01', until: '' }, {}],
    [{ parent: 'old', from: '2021-01-01', until: '2025-06-30' }, {}],
    [{ parent: 'old', from: '2021-01-01', until: '' }, { parent: 'beyond_parent' }],
    [{ parent: 'old', from: '2021-01-01', until: '2025-07-01' }, { parent: 'beyond_parent' }],
    [{ parent: 'ward', from: '2019-12-31', until: '' }, { parent: 'beyond_parent' }],
    [{ parent: 'nobody', from: '2026-01-01', until: '' }, { parent: 'not_a_choice' }],
    [{ parent: 'city', from: '2026-01-02', until: '2026-01-01' }, { until: 'until_before_from' }],
  ])('%o: %o', (office, problems) => {
    expect(openingProblems(offices, office)).toEqual(problems)
  })
})

describe('renaming', () => {
  const before = {
    ...nothing,
    names: [{ office_id: 'ward', name: 'x', name_folded: 'x', valid_to: '2025-01-31' }],
  }
  test.each([
    ['Tên mới', '2026-03-16', {}],
    ['Tên mới', '2025-02-02', {}],
    ['ward', '2026-01-01', { name: 'same_name' }],
    ['Tên mới', '2026-03-17', { day: 'day_in_future' }],
    ['Tên mới', '2025-02-01', { day: 'before_last_change' }],
    ['Tên mới', '2024-01-01', { day: 'before_last_change' }],
    ['Tên mới', '2020-01-01', { day: 'day_outside' }],
  ])('%s from %s: %o', (name, day, problems) => {
    expect(renamingProblems(ward, before, { name, day }, TODAY)).toEqual(problems)
  })

  test('a closed office is not renamed after its end', () => {
    const wanted = { name: 'Tên mới', day: '2025-07-01' }
    expect(renamingProblems(old, nothing, wanted, TODAY)).toEqual({ day: 'day_outside' })
  })
})

describe('moving', () => {
  const move = (id: string, parent: string, day: string, parents = nothing.parents as never[]) => {
    const office = offices.find((each) => each.id === id) ?? city
    return movingProblems(offices, { names: [], parents }, office, { parent, day }, TODAY)
  }
  test.each([
    ['hall', 'city', '2025-01-01', {}],
    ['hall', '', '2025-01-01', {}],
    ['hall', 'ward', '2025-01-01', { parent: 'same_parent' }],
    ['hall', 'old', '2025-01-01', { parent: 'beyond_parent' }],
    ['ward', 'hall', '2025-01-01', { parent: 'circle' }],
    ['ward', 'ward', '2025-01-01', { parent: 'circle' }],
    ['city', 'hall', '2025-01-01', { parent: 'circle' }],
    ['hall', 'city', '2026-04-01', { day: 'day_in_future' }],
    ['hall', 'city', '2021-01-01', { day: 'day_outside' }],
    ['hall', 'nobody', '2025-01-01', { parent: 'not_a_choice' }],
  ])('%s under %s from %s: %o', (id, parent, day, problems) => {
    expect(move(id, parent, day)).toEqual(problems)
  })

  test('a move in the past is refused where it made a circle then, though not today', () => {
    const a = anOffice('a', { parent: 'city' })
    const b = anOffice('b', { parent: 'city' })
    const parents = [{ office_id: 'b', parent_id: 'a', valid_to: '2025-05-31' }]
    const history = { names: [], parents }
    const wanted = { parent: 'b', day: '2025-03-01' }
    expect(movingProblems([city, a, b], history, a, wanted, TODAY)).toEqual({ parent: 'circle' })
    const later = { parent: 'b', day: '2025-06-01' }
    expect(movingProblems([city, a, b], history, a, later, TODAY)).toEqual({})
  })

  test('nor where another office moved into the way since', () => {
    const a = anOffice('a', { parent: 'city' })
    const b = anOffice('b', { parent: 'a' })
    const parents = [{ office_id: 'b', parent_id: 'city', valid_to: '2025-05-31' }]
    const wanted = { parent: 'b', day: '2025-03-01' }
    expect(movingProblems([city, a, b], { names: [], parents }, a, wanted, TODAY)).toEqual({
      parent: 'circle',
    })
  })
})

describe('closing', () => {
  test.each([
    ['hall', '2026-04-01', {}],
    ['ward', '2026-04-01', { day: 'open_children' }],
    ['city', '2019-01-01', { day: 'open_children' }],
    ['hall', '2021-01-01', { day: 'day_outside' }],
    ['old', '2025-07-01', { day: 'day_outside' }],
    ['old', '2025-06-01', {}],
  ])('%s from %s: %o', (id, day, problems) => {
    const office = offices.find((each) => each.id === id) ?? city
    expect(closingProblems(offices, [], office, day)).toEqual(problems)
  })

  test('one that was merged keeps the day of its merger', () => {
    expect(closingProblems(offices, [aLine('old>ward')], old, '2025-05-01')).toEqual({ day: 'has_successor' })
    expect(reopeningProblems(offices, [aLine('old>ward')], old)).toEqual({ reopen: 'has_successor' })
  })

  test('a closing is moved to a later day only while the office above is open', () => {
    const above = anOffice('above', { to: '2025-12-31' })
    const below = anOffice('below', { parent: 'above', to: '2025-06-30' })
    expect(closingProblems([above, below], [], below, '2026-01-01')).toEqual({})
    expect(closingProblems([above, below], [], below, '2026-01-02')).toEqual({ day: 'beyond_parent' })
    expect(reopeningProblems([above, below], [], below)).toEqual({ reopen: 'beyond_parent' })
  })

  test('only what is closed is reopened', () => {
    expect(reopeningProblems(offices, [], old)).toEqual({})
    expect(reopeningProblems(offices, [], ward)).toEqual({ reopen: 'already_so' })
  })

  test('the open ones below are those that reach the day', () => {
    expect(openChildren(offices, 'city', '2025-06-30').map(({ id }) => id)).toEqual(['old', 'ward'])
    expect(openChildren(offices, 'city', '2025-07-01').map(({ id }) => id)).toEqual(['ward'])
  })
})

test('a predecessor was there the day before, and was there before that day', () => {
  const closed = anOffice('x', { from: '2025-06-30', to: '2025-06-30' })
  expect(canBePredecessor(closed, '2025-07-01')).toBe(true)
  expect(canBePredecessor(closed, '2025-07-02')).toBe(false)
  expect(canBePredecessor(closed, '2025-06-30')).toBe(false)
  expect(canBePredecessor(anOffice('y', { to: LAST_DAY }), '2030-01-01')).toBe(true)
})
