import { expect, test } from 'vitest'
import { newStandingCode } from '#app/invitations/rating-code.ts'
import { calendarOfYear } from '#app/offices/calendar-view.server.ts'
import { writeDay } from '#app/offices/change-calendar.server.ts'
import { openCounter } from '#app/offices/change-counter.server.ts'
import { takeInProcedures } from '#app/offices/change-procedures.server.ts'
import { countersOf } from '#app/offices/counter-page.server.ts'
import { procedureList } from '#app/offices/procedure-list.server.ts'
import { setOpeningHours } from '#app/offices/set-opening-hours.server.ts'
import { setTargets, targetsOfYear } from '#app/offices/set-targets.server.ts'
import { reissueCode } from '#app/offices/standing-codes.server.ts'
import { targetField } from '#app/offices/target.ts'
import { OFFICES } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'
import { trailOf, viewerOf } from './office-world.ts'

test.each(CITIES)('what is administered is stored the same on $database', async ({ open }) => {
  const city = await open()
  const admin = await viewerOf(city, 'administrator')
  const { read, write } = city.store
  const store = { read, write: write.bind(city.store) }
  const parts = { store, clock: city.clock, newCode: () => newStandingCode(), keyNumber: 1 }
  await openCounter(parts, admin, OFFICES.wardA, { name: 'Quầy số 2', day: '2026-03-16' })
  await reissueCode(parts, admin, OFFICES.wardA, { code: 'standing-1' })
  await setOpeningHours(parts, admin, OFFICES.wardA, [{ weekday: 2, opens: '07:30', closes: '11:30' }])
  const file = new TextEncoder().encode(
    'code,name,field,valid_from,valid_to\n1.000656,Đăng ký khai tử,Hộ tịch,,\n1.012783,Cấp đổi,Đất đai,,\n',
  )
  expect(await takeInProcedures(parts, admin, file)).toEqual({ added: 2 })
  const flood = { day: '2026-09-08', kind: 'off', name: 'Nghỉ do bão', certainty: 'announced' } as const
  await writeDay(parts, admin, { ...flood, source: '' })
  await writeDay(parts, admin, { ...flood, source: 'Công điện' })
  const field = targetField('satisfied', OFFICES.wardA)
  for (const written of ['97,5', '98', '', '96']) {
    await setTargets(parts, admin, 2026, new URLSearchParams({ [field]: written }))
  }

  const view = await countersOf(read, OFFICES.wardA, '2026-03-16')
  expect(view.counters.map(({ codes }) => codes.map(({ placard }) => placard))).toEqual([[5], [4]])
  expect(view.revoked.map(({ placard, newPlacard }) => [placard, newPlacard])).toEqual([[1, 5]])
  expect(view.hours).toEqual([{ weekday: 2, opens: '07:30', closes: '11:30' }])
  const { procedures, fields } = await procedureList(read, '')
  expect(procedures.map(({ code }) => code)).toEqual([
    '2.000815',
    '1.012783',
    '1.000656',
    '1.000894',
    '1.001193',
  ])
  expect(fields).toEqual(['Chứng thực', 'Đất đai', 'Hộ tịch'])
  const { days, workingDays } = await calendarOfYear(read, 2026)
  expect(days.find(({ day }) => day === flood.day)?.source).toBe('Công điện')
  expect(workingDays).toBe(261 - 13 + 2 - 1)
  const { offices } = await targetsOfYear(read, 2026)
  expect(offices.find(({ id }) => id === OFFICES.wardA)?.targets).toEqual({ satisfied: 960 })
  expect(await trailOf(city)).toHaveLength(12)
  await city.close()
})
