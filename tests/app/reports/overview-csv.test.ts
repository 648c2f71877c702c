import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { OfficeLine } from '#app/reports/overview.ts'
import { overviewCsv, overviewFileName } from '#app/reports/overview-csv.server.ts'
import type { RatingFigure } from '#app/reports/rating-figure.ts'

const line = (id: string, name: string, ratings: RatingFigure, returned = 0, onTime = 0): OfficeLine => ({
  office: {
    ...{ id, name, kind: 'ward', depth: 0, outside: false, countsInto: null },
    ...{ validFrom: '0001-01-01', validTo: '9999-12-31' },
  },
  ...{
    returned,
    onTime,
    onTimeMet: null,
    rated: 0,
    ratings,
    verified: { state: 'none' },
    includes: [],
    targets: {},
  },
})

const shown = (satisfied: number, n: number, lower: number, upper: number): RatingFigure => ({
  ...{ state: 'shown', satisfied, n, share: satisfied / n, lower, upper },
  ...{ verdict: 'undecided', meetsTarget: true, levels: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 } },
})

test('the file is exactly as the contract says, byte for byte', () => {
  const offices = [
    line('tp', 'UBND thành phố', shown(1165, 1209, 0.951527, 0.973), 3180, 3140),
    line('p-a', 'Phường Đông Kinh', { state: 'hidden' }, 12, 12),
    line('p-b', 'Phòng "Một cửa"; quầy 2', { state: 'none' }),
  ]
  expect(overviewCsv({ offices })).toBe(
    [
      '\uFEFFid;name;dossiers_returned;on_time;ratings;satisfied;share;lower;upper;verdict',
      'tp;UBND thành phố;3180;3140;1209;1165;0,963606;0,951527;0,973000;undecided',
      'p-a;Phường Đông Kinh;12;12;;;;;;hidden',
      'p-b;"Phòng ""Một cửa""; quầy 2";0;0;0;0;;;;undecided',
      '',
    ].join('\r\n'),
  )
})

test('the bounds of the scale have six places too', () => {
  expect(overviewCsv({ offices: [line('a', 'A', shown(10, 10, 0.722467, 1), 1, 1)] })).toContain(
    ';10;10;1,000000;0,722467;1,000000;',
  )
})

test.each(['=1+1', '+84', '-2', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://evil.example";"x")'])(
  'a name that a spreadsheet would run (%j) does not begin a cell',
  (name) => {
    const rows: string[][] = parse(overviewCsv({ offices: [line('a', name, { state: 'none' })] }), {
      ...{ bom: true, delimiter: ';', relax_column_count: true },
    })
    expect(rows[1]?.[1]).toBe(`'${name}`)
    expect(rows[1]).toHaveLength(10)
  },
)

test('the file is named for its period', () => {
  expect(overviewFileName({ kind: 'month', from: '2026-10-01', to: '2026-10-31' })).toBe(
    'hai-long-2026-10-01_2026-10-31.csv',
  )
})
