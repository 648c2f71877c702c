import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Forbidden, NotFound } from '#app/errors.ts'
import { chooseSurvey } from '#app/surveys/choose-survey.server.ts'
import { surveyOf } from '#app/surveys/survey-in-use.server.ts'
import { usesAfter } from '#app/surveys/survey-use.ts'
import { OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'
import { asksFrom, auditOf, aViewer } from './survey-world.ts'

describe.each(CITIES)('which survey is asked, in $database', ({ open }) => {
  let city: SmallCity
  beforeEach(async () => {
    city = await open()
  })
  afterEach(() => city.close())

  const asked = async (day: string, office: string = OFFICES.wardA, version: string | null = null) =>
    (await surveyOf(city.store.read, { survey_version_id: version, office_id: office, day }))?.id

  test('the short one, as long as nothing was chosen', async () => {
    expect(await asked('2026-03-16')).toBe('short-1')
    expect(await asked('1999-01-01')).toBe('short-1')
  })

  test("an office's own choice from its day on, before the one for all", async () => {
    await asksFrom(city, 'sipas22', '2026-04-01')
    await asksFrom(city, 'nd61', '2026-05-01', OFFICES.wardA)
    expect(await asked('2026-03-31')).toBe('short-1')
    expect(await asked('2026-04-01')).toBe('sipas22-1')
    expect(await asked('2026-05-01')).toBe('nd61-1')
    expect(await asked('2026-05-01', OFFICES.wardB)).toBe('sipas22-1')
  })

  test('the short one where what was chosen has no version on the day', async () => {
    await asksFrom(city, 'nd61', '2018-01-01')
    expect(await asked('2018-06-20')).toBe('short-1')
    expect(await asked('2018-06-21')).toBe('nd61-1')
  })

  test('what was answered stays with the version it was answered with', async () => {
    await asksFrom(city, 'nd61', '2026-01-01')
    expect(await asked('2026-03-16', OFFICES.wardA, 'short-1')).toBe('short-1')
  })

  test('a draft is never asked', async () => {
    await city.store.write((tx) =>
      tx
        .updateTable('survey_versions')
        .set({ status: 'draft', valid_from: '', valid_to: '' })
        .where('id', '=', 'short-1')
        .execute(),
    )
    expect(await asked('2026-03-16')).toBeUndefined()
  })

  test('a choice is recorded from tomorrow on, audited, and asked from then', async () => {
    const viewer = await aViewer(city, 'city_office')
    const choice = { office: OFFICES.wardA, survey: 'nd61', from: '2026-03-17' }
    expect(await chooseSurvey(city, viewer, { ...choice, from: '2026-03-16' })).toBe('too_early')
    expect(await chooseSurvey(city, viewer, { ...choice, from: '2026-02-30' })).toBe('not_a_day')
    expect(await auditOf(city)).toEqual([])
    expect(await chooseSurvey(city, viewer, choice)).toBe('chosen')
    expect([await asked('2026-03-16'), await asked('2026-03-17')]).toEqual(['short-1', 'nd61-1'])
    await chooseSurvey(city, viewer, { ...choice, survey: '', from: '2026-06-01' })
    expect([await asked('2026-05-31'), await asked('2026-06-01')]).toEqual(['nd61-1', 'short-1'])
    const [first] = await auditOf(city)
    expect([first?.action, first?.subject_id, first?.actor]).toEqual([
      'survey.choose',
      OFFICES.wardA,
      viewer.email,
    ])
    expect(JSON.parse(first?.after ?? '')).toEqual({
      uses: [{ survey: 'nd61', from: '2026-03-17', to: '9999-12-31' }],
    })
  })

  test('unknown offices and surveys are not found, other roles refused', async () => {
    const editor = await aViewer(city, 'administrator')
    const choice = { office: '', survey: 'nd61', from: '2026-03-17' }
    await expect(chooseSurvey(city, editor, { ...choice, office: 'p-x' })).rejects.toThrow(NotFound)
    await expect(chooseSurvey(city, editor, { ...choice, survey: 'x' })).rejects.toThrow(NotFound)
    expect(() => chooseSurvey(city, { ...editor, role: 'office_head' }, choice)).toThrow(Forbidden)
  })
})

test('from a day on: what came before stays, what was to come gives way', () => {
  const uses = [
    { survey: 'short', from: '2026-01-01', to: '2026-02-28' },
    { survey: 'nd61', from: '2026-03-01', to: '2026-05-31' },
    { survey: 'sipas22', from: '2026-06-01', to: '9999-12-31' },
  ]
  expect(usesAfter(uses, 'short', '2026-04-01')).toEqual([
    uses[0],
    { survey: 'nd61', from: '2026-03-01', to: '2026-03-31' },
    { survey: 'short', from: '2026-04-01', to: '9999-12-31' },
  ])
  expect(usesAfter(uses, '', '2026-03-01')).toEqual([uses[0]])
  expect(usesAfter([], 'nd61', '2026-03-01')).toEqual([
    { survey: 'nd61', from: '2026-03-01', to: '9999-12-31' },
  ])
})
