import { describe, expect, test } from 'vitest'
import { brokenDown } from '#app/reports/office/breakdown.ts'
import { readChange } from '#app/reports/office/declared-change.ts'
import { heatShape, SHADES } from '#app/reports/office/heat-shape.ts'
import { type HourFigures, hourFigures } from '#app/reports/office/hours.ts'
import { hiddenMonths } from '#app/reports/office/month-figures.ts'
import { procedureFigures } from '#app/reports/office/procedures.ts'
import { indexDefinitionOf } from '#app/statistics/index-definition.ts'
import { noCounts } from '#app/statistics/level-counts.ts'
import type { ProcedureWithField } from '#db/queries/procedures.ts'

const definition = indexDefinitionOf({
  ...{ version: 1, valid_from: '0001-01-01', minimum_n: 5 },
  ...{ trust_classes: '["verified","kiosk","open"]', stages: '["return","unstated"]' },
  satisfied_levels: '[4,5]',
} as Parameters<typeof indexDefinitionOf>[0])

const levels = (satisfied: number, others = 0) => ({
  ...{ level_1: 0, level_2: 0, level_3: others, level_4: 0, level_5: satisfied },
})
const counts = (satisfied: number, others = 0) => ({ ...noCounts, 5: satisfied, 3: others })

describe('parts of a shown sum', () => {
  const partsOf = (ns: number[]) => ns.map((n, at) => ({ id: `${at}`, counts: counts(n) }))

  test('a small one takes another with it, so that no subtraction finds it', () => {
    const states = brokenDown(partsOf([3, 20, 40]), definition).map(({ figure }) => figure.state)
    expect(states).toEqual(['hidden', 'hidden', 'shown'])
    expect(brokenDown(partsOf([20, 40]), definition).every(({ figure }) => figure.state === 'shown')).toBe(
      true,
    )
  })

  test('nothing is shown of a sum that is hidden itself, but that nobody rated', () => {
    const states = brokenDown(partsOf([20, 40, 0]), definition, true).map(({ figure }) => figure.state)
    expect(states).toEqual(['hidden', 'hidden', 'none'])
  })

  test('differs from the rest only beyond chance, with all lines looked at together', () => {
    const parts = [
      { id: 'low', counts: counts(60, 40) },
      { id: 'high', counts: counts(95, 5) },
      { id: 'alike', counts: counts(79, 21) },
    ]
    expect(brokenDown(parts, definition).map(({ differs }) => differs)).toEqual([true, true, false])
    expect(brokenDown(parts.slice(0, 1), definition)[0]?.differs).toBeNull()
  })
})

describe('months of one office', () => {
  const months = (ns: number[], hidden: number[] = []) =>
    ns.map((n, at) => ({ n, isHidden: hidden.includes(at) }))

  test('a month whose own page hides it is not had from the year either, however large it is', () => {
    const hidden = hiddenMonths(months([40, 60, 50], [1]), 5)
    expect(hidden.has(1)).toBe(true)
    expect(hidden.size).toBeGreaterThanOrEqual(2)
    expect(hiddenMonths(months([40, 60, 50]), 5).size).toBe(0)
  })

  test('a small month takes the next smallest along', () => {
    expect([...hiddenMonths(months([2, 60, 9, 0]), 5)].toSorted()).toEqual([0, 2])
  })
})

describe('hours of the week', () => {
  const hour = (weekday: number, at: number, n: number) => ({
    ...{ weekday, hour: at, trust: 'open' as const, stage: 'unstated' as const },
    ...levels(n),
  })

  test('are shown where there are enough, filing never among them', () => {
    const filed = { ...hour(1, 8, 50), stage: 'filing' as const }
    const { unit, cells } = hourFigures([hour(1, 8, 20), hour(2, 9, 30), filed], [], definition, {
      isHidden: false,
    })
    expect(unit).toBe('hour')
    expect(cells.map(({ weekday, from, ratings }) => [weekday, from, ratings])).toEqual([
      [1, 8, 20],
      [2, 9, 30],
    ])
  })

  test('become half days where hours would hide more than they show, and always when asked to', () => {
    const few = [1, 2, 3, 4, 5].flatMap((weekday) => [8, 9, 10].map((at) => hour(weekday, at, 2)))
    const { unit, cells } = hourFigures(few, [{ weekday: 1, hour: 14, returned: 7 }], definition, {
      isHidden: false,
    })
    expect(unit).toBe('half')
    expect(cells.filter(({ from }) => from === 0).map(({ ratings }) => ratings)).toEqual([6, 6, 6, 6, 6])
    expect(cells.find(({ from }) => from === 12)).toMatchObject({ weekday: 1, ratings: 0, returned: 7 })
    const many = [hour(1, 8, 20), hour(2, 9, 30)]
    expect(hourFigures(many, [], definition, { isHidden: false, halfDays: true }).unit).toBe('half')
  })

  test('show dossiers, and no rating of an office whose number is hidden', () => {
    const dossiers = [{ weekday: 1, hour: 8, returned: 3 }]
    const { cells } = hourFigures([hour(1, 8, 20)], dossiers, definition, { isHidden: true })
    expect(cells).toEqual([{ weekday: 1, from: 0, ratings: null, returned: 3 }])
  })
})

describe('the heat map', () => {
  const figures: HourFigures = {
    unit: 'hour',
    rows: [8, 9],
    cells: [
      { weekday: 1, from: 8, ratings: 100, returned: 0 },
      { weekday: 2, from: 8, ratings: 10, returned: 4 },
      { weekday: 3, from: 9, ratings: null, returned: 8 },
    ],
  }

  test('has a cell for every stretch of every day inside its frame, shaded by the largest', () => {
    const { cells, width, height, cellWidth, cellHeight } = heatShape(figures, 'ratings')
    expect(cells).toHaveLength(14)
    for (const { x, y } of cells) {
      expect(x + cellWidth).toBeLessThanOrEqual(width + 0.001)
      expect(y + cellHeight).toBeLessThanOrEqual(height)
    }
    const at = (weekday: number, from: number) =>
      cells.find((cell) => cell.weekday === weekday && cell.from === from)
    expect(at(1, 8)).toMatchObject({ n: 100, shade: SHADES })
    expect(at(2, 8)).toMatchObject({ n: 10, shade: 1 })
    expect(at(3, 9)).toMatchObject({ n: null, shade: 0 })
    expect(at(7, 9)).toMatchObject({ n: 0, shade: 0 })
    expect(heatShape(figures, 'returned').cells.find(({ n }) => n === 8)?.shade).toBe(SHADES)
  })
})

describe('fields and procedures', () => {
  const procedure = (id: string, field_id: string, field_name: string): ProcedureWithField => ({
    ...{ id, code: `code-${id}`, name: `name-${id}`, name_folded: '', field_id, field_name },
    ...{ valid_from: '0001-01-01', valid_to: '9999-12-31' },
  })
  const known = [
    procedure('a', 'x', 'Chứng thực'),
    procedure('b', 'x', 'Chứng thực'),
    procedure('c', 'y', 'Hộ tịch'),
  ]
  const rated = (procedure_id: string, n: number) => ({
    ...{ procedure_id, channel: 'counter' as const, trust: 'verified' as const, stage: 'return' as const },
    ...levels(n),
  })
  const returned = (procedure_id: string, n: number, onTime: number) => ({
    ...{ procedure_id, channel: 'online' as const, returned: n, on_time: onTime, refused: 0, rated: 0 },
  })

  test('a field is the sum of its procedures, what no dossier tells is a line of its own', () => {
    const { procedures, channels } = procedureFigures(
      {
        levels: [rated('a', 20), rated('b', 30), rated('c', 25), rated('', 40)],
        dossiers: [returned('a', 9, 8)],
        known,
      },
      definition,
      false,
    )
    const lines = procedures.map(({ name, depth, returned, onTime, figure }) => [
      ...[name, depth, returned, onTime],
      figure.state === 'shown' ? figure.n : figure.state,
    ])
    expect(lines).toEqual([
      ['Chứng thực', 0, 9, 8, 50],
      ['name-a', 1, 9, 8, 20],
      ['name-b', 1, 0, 0, 30],
      ['Hộ tịch', 0, 0, 0, 25],
      ['name-c', 1, 0, 0, 25],
      ['', 0, 0, 0, 40],
    ])
    expect(channels.map(({ id, returned }) => [id, returned])).toEqual([
      ['counter', 0],
      ['online', 9],
    ])
  })

  test('a procedure of too few hides another of its field, or the field', () => {
    const { procedures } = procedureFigures(
      { levels: [rated('a', 2), rated('b', 30), rated('c', 25)], dossiers: [], known },
      definition,
      false,
    )
    const hidden = procedures.filter(({ figure }) => figure.state === 'hidden').map(({ name }) => name)
    expect(hidden).toContain('name-a')
    expect(hidden.length).toBeGreaterThanOrEqual(2)
  })
})

describe('a declared change', () => {
  const read = (month: string, reason: string) =>
    readChange(new URLSearchParams({ month, reason }), '2026-03')

  test('is a month that has begun and a reason', () => {
    expect(read(' 2026-03 ', ' Chuyển trụ sở ')).toEqual({ month: '2026-03', reason: 'Chuyển trụ sở' })
  })

  test.each([
    ['2026-13', 'Chuyển trụ sở', { month: 'not_a_month' }],
    ['', '', { month: 'not_a_month', reason: 'no_reason' }],
    ['2026-04', 'Chuyển trụ sở', { month: 'still_to_come' }],
    ['2026-01', 'x'.repeat(301), { reason: 'too_long' }],
  ])('%s %s: said at its field, with what was typed', (month, reason, problems) => {
    expect(read(month, reason)).toEqual({ problems, typed: { month, reason } })
  })
})
