import { beforeAll, describe, expect, test } from 'vitest'
import { csvFile } from '#app/http/csv-file.server.ts'
import { calendarRows, OFFICE_COLUMNS, officeRows, targetRows } from '#app/offices/administration-rows.ts'
import { calendarOfYear } from '#app/offices/calendar-view.server.ts'
import { officeList } from '#app/offices/office-list.server.ts'
import { targetsOfYear } from '#app/offices/set-targets.server.ts'
import { writeTarget } from '#db/queries/targets.ts'
import { aSmallCity, OFFICES, type SmallCity } from '#tests/world/small-city.ts'

let city: SmallCity
beforeAll(async () => {
  city = await aSmallCity()
  return () => city.close()
})

describe('the tables of the administration as files', () => {
  test('every office of a day is a row, an open end an empty cell', async () => {
    const list = await officeList(city.store.read, '2026-03-16')
    const rows = officeRows(list)
    expect(rows).toHaveLength(list.open.length + list.closed.length + list.coming.length)
    for (const row of rows) expect(row).toHaveLength(OFFICE_COLUMNS.length)
    const ward = rows.find(([id]) => id === OFFICES.wardA)
    expect(ward?.slice(-3)).toEqual(['', 'open', ''])
  })

  test('before an office opened it is one that is to come', async () => {
    const rows = officeRows(await officeList(city.store.read, '0001-01-02'))
    expect(rows.map((row) => row.at(-2))).not.toContain('closed')
  })

  test('a year of the calendar has a row for each day that differs', async () => {
    const view = await calendarOfYear(city.store.read, 2026)
    const rows = calendarRows(view)
    expect(rows).toHaveLength(view.days.length)
    expect(rows.find(([day]) => day === '2026-04-30')?.slice(0, 3)).toEqual(['2026-04-30', 4, 'off'])
  })

  test('an own target is a fraction with decimal comma, none an empty cell', async () => {
    const target = { office_id: OFFICES.wardA, year: 2026, measure: 'satisfied', permille: 975 } as const
    await city.store.write((tx) => writeTarget(tx, target))
    const rows = targetRows(await targetsOfYear(city.store.read, 2026))
    expect(rows.find(([id]) => id === OFFICES.wardA)?.slice(-2)).toEqual(['0,975', ''])
    expect(rows.find(([id]) => id === OFFICES.wardB)?.slice(-2)).toEqual(['', ''])
  })

  test('the file has its mark, semicolons, and no formula that runs', async () => {
    const bytes = new Uint8Array(await csvFile('thu', ['id', 'name'], [['a', '=1+1']]).arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toBe("id;name\r\na;'=1+1\r\n")
  })
})
