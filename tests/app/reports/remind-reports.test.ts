import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { workingCalendar } from '#app/calendar/working-days.ts'
import { subjectPath } from '#app/notices/notice-event.ts'
import { sendNotices } from '#app/notices/send-notices.server.ts'
import { filingPeriod, readClosablePeriod } from '#app/reports/period-close.ts'
import { dueStage } from '#app/reports/report/due-stage.ts'
import { remindOfReports } from '#app/reports/report/remind-reports.server.ts'
import { dueTasks, listedPeriods } from '#app/reports/report/report-periods.ts'
import { viewerOf } from '#tests/app/offices/office-world.ts'
import { aSmallCity, type SmallCity } from '#tests/world/small-city.ts'

const calendar = workingCalendar([])
const closed = (kind: string, from: string) => {
  const period = readClosablePeriod(kind, from)
  if (!period) throw new Error(`${kind} ${from}`)
  const { from: period_from, to: period_to } = period
  return { kind: period.kind, period_from, period_to, status: 'closed' as const, sha256: '' }
}
const tasksOn = (today: string, closes: ReturnType<typeof closed>[] = []) =>
  dueTasks(today, listedPeriods(today, closes), calendar)
const filingOn = (today: string, closes: ReturnType<typeof closed>[] = []) =>
  tasksOn(today, closes).find(({ what }) => what === 'filing')

describe('what is due when', () => {
  test('the year is filed before 10 December, on the last working day there is', () => {
    expect(filingOn('2026-11-23')).toMatchObject({ day: '2026-12-09', workingDays: 12 })
    // 9 December 2028 is a Saturday.
    expect(filingOn('2028-12-01')?.day).toBe('2028-12-08')
    expect(filingOn('2026-12-11')).toMatchObject({ day: '2026-12-09', workingDays: -2 })
    expect(filingOn('2026-12-11', [closed('filing', '2026-01-01')])?.period).toEqual(filingPeriod(2027))
  })

  test.each([
    ['2026-11-23', null],
    ['2026-11-24', null],
    ['2026-11-25', 'soon'],
    ['2026-12-03', 'soon'],
    ['2026-12-04', 'near'],
    ['2026-12-09', 'today'],
    ['2026-12-10', 'late'],
  ])('on %s its stage is %s', (today, stage) => {
    const task = filingOn(today)
    expect(task && dueStage(task, today)).toBe(stage)
  })

  test('a quarter is told of from the day on which it can be closed, a month never', () => {
    const quarter = (today: string) =>
      tasksOn(today).find(({ period }) => period.kind === 'quarter' && period.from === '2026-07-01')
    const stageOn = (today: string) => {
      const task = quarter(today)
      return task && dueStage(task, today)
    }
    expect(['2026-10-01', '2026-10-07', '2026-10-08', '2026-10-13', '2026-10-20'].map(stageOn)).toEqual([
      null,
      null,
      'near',
      'today',
      'late',
    ])
    const month = tasksOn('2026-10-09').find(({ period }) => period.kind === 'month')
    expect(month && dueStage(month, '2026-10-09')).toBeNull()
  })

  test('the cut-off year closes in December, the whole one in January, each under its own name', () => {
    const january = listedPeriods('2027-01-09', [closed('filing', '2026-01-01')])
    expect(january.find(({ kind }) => kind === 'filing')).toMatchObject({
      ...{ from: '2026-01-01', to: '2026-11-30', status: 'closed', earliest: '2026-12-08' },
    })
    expect(january.find(({ kind }) => kind === 'year')).toMatchObject({
      ...{ from: '2026-01-01', to: '2026-12-31', status: 'open', earliest: '2027-01-08' },
    })
  })
})

describe('letters of what is due', () => {
  let city: SmallCity
  beforeEach(async () => {
    city = await aSmallCity()
    for (const role of ['city_office', 'home_affairs', 'auditor'] as const) await viewerOf(city, role)
  })
  afterEach(() => city.close())

  const told = () =>
    city.store.read
      .selectFrom('notices as n')
      .innerJoin('staff as s', 's.id', 'n.staff_id')
      .select(['s.role', 'n.event', 'n.subject_id', 'n.occasion'])
      .where('n.subject_id', '=', 'nam-nop/2026-01-01')
      .orderBy('n.event')
      .orderBy('s.role')
      .execute()
  const at = async (instant: string) => {
    city.clock.set(instant)
    return remindOfReports(city)
  }

  test('go to both offices once a stage, on working days from seven', async () => {
    await at('2026-11-25T23:59:00.000Z')
    expect(await told()).toEqual([])
    await at('2026-11-26T00:00:00.000Z')
    await at('2026-11-26T05:00:00.000Z')
    await at('2026-11-27T05:00:00.000Z')
    expect((await told()).map(({ role, event }) => [role, event])).toEqual([
      ['city_office', 'report.filing_soon'],
      ['home_affairs', 'report.filing_soon'],
    ])
    // Saturday and Sunday: nothing.
    await at('2026-12-05T05:00:00.000Z')
    expect(await told()).toHaveLength(2)
    for (const day of ['2026-12-07', '2026-12-09', '2026-12-10', '2026-12-11'])
      await at(`${day}T05:00:00.000Z`)
    expect((await told()).map(({ event }) => event.replace('report.filing_', ''))).toEqual([
      'late',
      'late',
      'near',
      'near',
      'soon',
      'soon',
      'today',
      'today',
    ])
  })

  test('and by mail, with the way to the report', async () => {
    await at('2026-11-26T02:00:00.000Z')
    city.clock.set('2026-11-26T05:00:00.000Z')
    const letters: { to: string; text: string }[] = []
    const mailer = {
      async send(letter: { to: string; text: string }) {
        letters.push(letter)
      },
    }
    await sendNotices({ ...city, mailer, origin: 'https://x.example' })
    expect(letters.map(({ to }) => to).toSorted()).toEqual([
      'city_office@offices.example',
      'home_affairs@offices.example',
    ])
    expect(letters[0]?.text).toContain('Sắp đến hạn nộp báo cáo năm')
    expect(letters[0]?.text).toContain('https://x.example/van-phong/bao-cao/nam-nop/2026-01-01')
    expect(subjectPath({ subject_kind: 'report', subject_id: 'quy/2026-07-01' })).toBe(
      '/van-phong/bao-cao/quy/2026-07-01',
    )
  })
})
