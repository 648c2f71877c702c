import { beforeAll, describe, expect, test } from 'vitest'
import { calendarOfYear } from '#app/offices/calendar-view.server.ts'
import { exportedCalendar, exportedOffices, exportedTargets } from '#app/offices/exported-administration.ts'
import { officeList } from '#app/offices/office-list.server.ts'
import { targetsOfYear } from '#app/offices/set-targets.server.ts'
import { writeTarget } from '#db/queries/targets.ts'
import { csvOf } from '#tests/world/exported.ts'
import { aSmallCity, OFFICES, type SmallCity } from '#tests/world/small-city.ts'

let city: SmallCity
beforeAll(async () => {
  city = await aSmallCity()
  return () => city.close()
})

/** The cells of a line that begins with `start`, and those of the header. */
async function lineOf(csv: Promise<string>, start: string): Promise<string[][]> {
  const lines = (await csv).replace('\uFEFF', '').trimEnd().split('\r\n')
  return [lines[0]?.split(';') ?? [], lines.find((line) => line.startsWith(start))?.split(';') ?? []]
}

describe('the tables of the administration as files', () => {
  test('every office of a day is a row, an open end an empty cell', async () => {
    const list = await officeList(city.store.read, '2026-03-16')
    const [head, ward] = await lineOf(csvOf(exportedOffices('vi', list)), OFFICES.wardA)
    expect(ward).toHaveLength(head?.length ?? 0)
    expect(ward?.slice(-3)).toEqual(['', '', ''])
    expect([...(exportedOffices('vi', list).rows as unknown[])]).toHaveLength(
      list.open.length + list.closed.length + list.coming.length,
    )
  })

  test('a year of the calendar has a row for each day that differs', async () => {
    const table = exportedCalendar('en', await calendarOfYear(city.store.read, 2026))
    const [, day] = await lineOf(csvOf(table), '2026-04-30')
    expect(day?.slice(0, 3)).toEqual(['2026-04-30', '4', 'off'])
  })

  test('an own target is a fraction with decimal comma, none an empty cell', async () => {
    const target = { office_id: OFFICES.wardA, year: 2026, measure: 'satisfied', permille: 975 } as const
    await city.store.write((tx) => writeTarget(tx, target))
    const csv = csvOf(exportedTargets('vi', await targetsOfYear(city.store.read, 2026)))
    expect((await lineOf(csv, OFFICES.wardA))[1]?.slice(-2)).toEqual(['0,975000', ''])
    expect((await lineOf(csv, OFFICES.wardB))[1]?.slice(-2)).toEqual(['', ''])
  })
})
