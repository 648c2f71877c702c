import { expect, test } from 'vitest'
import { periodOf } from '#app/calendar/period.ts'
import { xlsxFile } from '#app/exports/xlsx-file.server.ts'
import { exportedOverview } from '#app/reports/exported-overview.ts'
import type { OfficeLine } from '#app/reports/overview.ts'
import type { RatingFigure } from '#app/reports/rating-figure.ts'
import { csvOf, workbookOf } from '#tests/world/exported.ts'

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

const offices = [
  line('tp', 'UBND thành phố', shown(1165, 1209, 0.951527, 0.973), 3180, 3140),
  line('p-a', 'Phường Đông Kinh', { state: 'hidden' }, 12, 12),
  line('p-b', 'Phòng "Một cửa"; quầy 2', { state: 'none' }),
]
const period = periodOf('2026-10-01', '2026-10-31')

test('the file is exactly as the contract says, byte for byte', async () => {
  expect(await csvOf(exportedOverview('vi', { period, offices }))).toBe(
    [
      '\uFEFFid;name;dossiers_returned;on_time;ratings;satisfied;share;lower;upper;verdict',
      'tp;UBND thành phố;3180;3140;1209;1165;0,963606;0,951527;0,973000;undecided',
      'p-a;Phường Đông Kinh;12;12;;;;;;hidden',
      'p-b;"Phòng ""Một cửa""; quầy 2";0;0;0;0;;;;undecided',
      '',
    ].join('\r\n'),
  )
})

test('the sheet has the same numbers, named and worded as the page does', async () => {
  const { rows, name } = workbookOf(await xlsxFile(exportedOverview('vi', { period, offices })))
  expect(name).toBe('Tháng 10 2026')
  expect(rows[0]?.slice(0, 5)).toEqual(['Mã', 'Cơ quan, đơn vị', 'Hồ sơ đã trả', 'Đúng hạn', 'Lượt đánh giá'])
  expect(rows[1]?.slice(2)).toEqual([
    ...[3180, 3140, 1209, 1165, 1165 / 1209, 0.951527, 0.973],
    'Chưa đủ cơ sở kết luận',
  ])
  expect(rows[2]?.slice(2)).toEqual([12, 12, null, null, null, null, null, 'không hiện vì ít lượt'])
})

test('the bounds of the scale have six places too', async () => {
  const perfect = [line('a', 'A', shown(10, 10, 0.722467, 1), 1, 1)]
  expect(await csvOf(exportedOverview('vi', { period, offices: perfect }))).toContain(
    ';10;10;1,000000;0,722467;1,000000;',
  )
})

test('the file is named for its period, and for adding up by lineage', () => {
  expect(exportedOverview('vi', { period, offices }).file).toBe('hai-long-2026-10-01_2026-10-31')
  const byLineage = exportedOverview('vi', { period, offices, byLineage: true })
  expect(byLineage.file).toBe('hai-long-2026-10-01_2026-10-31_ke-thua')
  expect(byLineage.columns.at(-1)?.name).toBe('includes')
})
