import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '#app/auth/viewer.ts'
import { Conflict, Forbidden, NotFound } from '#app/errors.ts'
import type { DraftForm } from '#app/surveys/draft-form.ts'
import { discardDraft, makeDraft, saveDraft } from '#app/surveys/edit-draft.server.ts'
import { publishSurvey, withdrawSurvey } from '#app/surveys/publish-survey.server.ts'
import { surveyOf } from '#app/surveys/survey-in-use.server.ts'
import { surveyVersionView } from '#app/surveys/survey-version-view.server.ts'
import { listSurveyVersions } from '#db/queries/survey-versions.ts'
import { aSmallCity, OFFICES, type SmallCity } from '#tests/world/small-city.ts'
import { auditOf, aViewer, contentOf } from './survey-world.ts'

const form = (typed: Record<string, string> = {}, change: Partial<DraftForm> = {}): DraftForm => ({
  typed: new Map(Object.entries(typed)),
  revision: 0,
  arrangement: null,
  ...change,
})

describe('drafts', () => {
  let city: SmallCity
  let viewer: Viewer
  beforeEach(async () => {
    city = await aSmallCity()
    viewer = await aViewer(city, 'administrator')
  })
  afterEach(() => city.close())

  const spans = async () =>
    Object.fromEntries(
      (await listSurveyVersions(city.store.read)).map(({ id, status, valid_from, valid_to }) => [
        id,
        `${status} ${valid_from} ${valid_to}`,
      ]),
    )
  const actions = async () => (await auditOf(city)).map(({ action, subject_id }) => `${action} ${subject_id}`)

  test('a draft says what its source says, under the next number, and only one at a time', async () => {
    expect(await makeDraft(city, viewer, 'short-1')).toBe('short-2')
    expect(await contentOf(city, 'short-2')).toEqual(await contentOf(city, 'short-1'))
    await expect(makeDraft(city, viewer, 'short-1')).rejects.toThrow(Conflict)
    await expect(makeDraft(city, viewer, 'nothing-1')).rejects.toThrow(NotFound)
    expect(await makeDraft(city, viewer, 'nd61-1')).toBe('nd61-2')
    expect(await actions()).toEqual(['survey.draft short-2', 'survey.draft nd61-2'])
  })

  test('saving stores what was typed and the step, writes one line of what changed, and nothing when nothing did', async () => {
    await makeDraft(city, viewer, 'short-1')
    const typed = { 'text.reasons.en': 'Why did you choose this?' }
    const step = { deed: 'option-remove', question: 'reasons', option: 'fees' } as const
    expect(await saveDraft(city, viewer, 'short-2', form(typed, { arrangement: step }))).toEqual({
      kind: 'saved',
      at: 'reasons',
    })
    const [question] = (await contentOf(city, 'short-2')).questions
    expect(question?.text.en).toBe('Why did you choose this?')
    expect(question?.options).toHaveLength(7)
    await saveDraft(city, viewer, 'short-2', form({}, { revision: 1 }))
    expect(await actions()).toEqual(['survey.draft short-2', 'survey.save short-2'])
    const line = (await auditOf(city)).at(-1)
    expect(JSON.parse(line?.before ?? '')).toMatchObject({
      'text.reasons.en': 'What made you choose this answer?',
    })
    expect(JSON.parse(line?.after ?? '')).toMatchObject(typed)
    expect((await contentOf(city, 'short-1')).questions[0]?.options).toHaveLength(8)
  })

  test('typed over an older revision nothing is stored, and all of it comes back to be saved knowingly', async () => {
    await makeDraft(city, viewer, 'short-1')
    const removed = { deed: 'option-remove', question: 'reasons', option: 'fees' } as const
    await saveDraft(
      city,
      viewer,
      'short-2',
      form({ 'text.reasons.vi': 'Của người kia' }, { arrangement: removed }),
    )
    const mine = { 'text.reasons.vi': 'Của tôi', 'option.reasons.fees.en': 'Money' }
    const stale = await saveDraft(city, viewer, 'short-2', form(mine))
    if (stale.kind !== 'stale') throw new Error('not stale')
    expect(stale.content.questions[0]?.text.vi).toBe('Của tôi')
    expect([stale.revision, stale.strays]).toEqual([1, ['Money']])
    expect((await contentOf(city, 'short-2')).questions[0]?.text.vi).toBe('Của người kia')
    const published = await publishSurvey(city, viewer, 'short-2', form(mine), '2026-04-01')
    expect(published.kind).toBe('stale')
    expect(await saveDraft(city, viewer, 'short-2', form(mine, { revision: 1 }))).toMatchObject({
      kind: 'saved',
    })
    expect((await contentOf(city, 'short-2')).questions[0]?.text.vi).toBe('Của tôi')
  })

  test('publishing saves what was typed, ends the version before, and is asked from its day on', async () => {
    await makeDraft(city, viewer, 'short-1')
    const typed = { 'text.reasons.vi': 'Vì sao Ông/Bà chọn mức này?' }
    expect(await publishSurvey(city, viewer, 'short-2', form(typed), '2026-04-01')).toEqual({
      kind: 'published',
    })
    expect(await spans()).toMatchObject({
      'short-1': 'published 0001-01-01 2026-03-31',
      'short-2': 'published 2026-04-01 9999-12-31',
    })
    const on = async (day: string) =>
      (await surveyOf(city.store.read, { survey_version_id: null, office_id: OFFICES.wardA, day }))
        ?.questions[0]?.text.vi
    expect(await on('2026-03-31')).toBe('Điều gì khiến Ông/Bà chọn mức này?')
    expect(await on('2026-04-01')).toBe('Vì sao Ông/Bà chọn mức này?')
    expect(await actions()).toEqual(['survey.draft short-2', 'survey.save short-2', 'survey.publish short-2'])
  })

  test.each([
    ['2026-03-16', 'too_early'],
    ['2020-01-01', 'too_early'],
    ['2026-02-30', 'not_a_day'],
    ['9999-12-31', 'not_a_day'],
    ['', 'not_a_day'],
  ])('from "%s" it is refused (%s), with what was typed saved', async (day, why) => {
    await makeDraft(city, viewer, 'short-1')
    const result = await publishSurvey(city, viewer, 'short-2', form({ 'text.reasons.en': '' }), day)
    expect(result).toEqual({
      kind: 'refused',
      day: why,
      problems: [{ why: 'missing', field: 'text.reasons.en' }],
    })
    expect((await contentOf(city, 'short-2')).questions[0]?.text.en).toBe('')
    expect((await spans())['short-2']).toBe('draft  ')
  })

  test('with a text missing it is not published on the best of days', async () => {
    await makeDraft(city, viewer, 'nd61-1')
    const result = await publishSurvey(
      city,
      viewer,
      'nd61-2',
      form({ 'scale.points.2.zh': ' ' }),
      '2026-04-01',
    )
    expect(result).toEqual({
      kind: 'refused',
      day: null,
      problems: [{ why: 'missing', field: 'scale.points.2.zh' }],
    })
    expect((await spans())['nd61-1']).toBe('published 2018-06-21 9999-12-31')
  })

  test('what was published never changes: no save, no second publishing, no discarding', async () => {
    const before = await contentOf(city, 'short-1')
    const typed = { 'text.reasons.vi': 'Khác' }
    await expect(saveDraft(city, viewer, 'short-1', form(typed))).rejects.toThrow(Conflict)
    await expect(publishSurvey(city, viewer, 'short-1', form(typed), '2026-04-01')).rejects.toThrow(Conflict)
    await expect(discardDraft(city, viewer, 'short-1')).rejects.toThrow(Conflict)
    await expect(withdrawSurvey(city, viewer, 'short-1')).rejects.toThrow(Conflict)
    await expect(saveDraft(city, viewer, 'short-9', form())).rejects.toThrow(NotFound)
    expect(await contentOf(city, 'short-1')).toEqual(before)
    expect(await auditOf(city)).toEqual([])
  })

  test('until its day one that is to come can be taken back, and the one before goes on', async () => {
    await makeDraft(city, viewer, 'short-1')
    await publishSurvey(city, viewer, 'short-2', form(), '2026-04-01')
    city.clock.set('2026-03-31T16:59:00.000Z')
    await withdrawSurvey(city, viewer, 'short-2')
    expect(await spans()).toMatchObject({
      'short-1': 'published 0001-01-01 9999-12-31',
      'short-2': 'draft  ',
    })
    await publishSurvey(city, viewer, 'short-2', form(), '2026-04-01')
    city.clock.set('2026-03-31T17:00:00.000Z')
    await expect(withdrawSurvey(city, viewer, 'short-2')).rejects.toThrow(Conflict)
    expect((await actions()).slice(1)).toEqual([
      'survey.publish short-2',
      'survey.withdraw short-2',
      'survey.publish short-2',
    ])
  })

  test('a discarded draft is gone, its words in the audit trail', async () => {
    await makeDraft(city, viewer, 'short-1')
    await discardDraft(city, viewer, 'short-2')
    expect(Object.keys(await spans())).toEqual(['nd61-1', 'short-1', 'sipas22-1'])
    expect((await auditOf(city)).at(-1)?.before).toContain('Thời gian giải quyết')
    expect(await makeDraft(city, viewer, 'short-1')).toBe('short-2')
  })

  test.each(['office_head', 'case_handler', 'home_affairs', 'auditor'] as const)(
    '%s edits nothing',
    (role) => {
      const other = { ...viewer, role }
      for (const deed of [
        () => makeDraft(city, other, 'short-1'),
        () => saveDraft(city, other, 'short-2', form()),
        () => publishSurvey(city, other, 'short-2', form(), '2026-04-01'),
        () => withdrawSurvey(city, other, 'short-2'),
        () => discardDraft(city, other, 'short-2'),
      ]) {
        expect(deed).toThrow(Forbidden)
      }
    },
  )

  test('a version is shown with the earlier ones that ask the same, and the first day it could begin', async () => {
    await makeDraft(city, viewer, 'short-1')
    const added = { deed: 'question-new', kind: 'several', factor: '' } as const
    await saveDraft(city, viewer, 'short-2', form({}, { arrangement: added }))
    const view = await surveyVersionView(city.store.read, 'short-2', '2026-03-16')
    expect(Object.values(view.askedBefore)).toEqual([[1], []])
    expect(view.problems).toHaveLength(9)
    expect([view.state, view.draft, view.earliest]).toEqual(['draft', 'short-2', '2026-03-17'])
    await expect(surveyVersionView(city.store.read, 'short-7', '2026-03-16')).rejects.toThrow(NotFound)
  })
})
