import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { textsIn } from '#app/i18n/texts.ts'
import { contentProblems, textsByField } from '#app/surveys/content-texts.ts'
import { SURVEYS } from '#app/surveys/known-surveys.ts'
import { CITIZEN_INDICATORS, identityOf } from '#app/surveys/nd61-score.ts'
import { questionsOf, type SurveyContent } from '#app/surveys/survey.ts'
import { listSurveyVersions } from '#db/queries/survey-versions.ts'
import type { SmallCity } from '#tests/world/small-city.ts'
import { CITIES } from '#tests/world/stores.ts'
import { contentOf } from './survey-world.ts'

describe.each(CITIES)('delivered in $database', ({ open }) => {
  let city: SmallCity
  let nd61: SurveyContent
  let sipas22: SurveyContent
  beforeAll(async () => {
    city = await open()
    nd61 = await contentOf(city, 'nd61-1')
    sipas22 = await contentOf(city, 'sipas22-1')
  })
  afterAll(() => city.close())

  test('each survey has one published version, valid from a day on and complete in three languages', async () => {
    const rows = await listSurveyVersions(city.store.read)
    expect(rows.map(({ id, status, valid_from, valid_to }) => [id, status, valid_from, valid_to])).toEqual([
      ['nd61-1', 'published', '2018-06-21', '9999-12-31'],
      ['short-1', 'published', '0001-01-01', '9999-12-31'],
      ['sipas22-1', 'published', '2017-10-10', '9999-12-31'],
    ])
    expect(rows.map(({ survey }) => survey).sort()).toEqual([...SURVEYS].sort())
    for (const { id } of rows) expect(contentProblems(await contentOf(city, id))).toEqual([])
  })

  test('nd61 asks the six of the nine indicators that a citizen answers, 2, 1 or 0 points each', () => {
    const questions = questionsOf(nd61)
    expect(questions.map(({ identity }) => identity)).toEqual(CITIZEN_INDICATORS.map(identityOf))
    for (const { kind, options, factor } of questions) {
      expect([kind, factor]).toEqual(['points', null])
      expect(options.map(({ id, text }) => [id, text.vi])).toEqual([
        ['2', 'Rất hài lòng'],
        ['1', 'Hài lòng'],
        ['0', 'Không hài lòng'],
      ])
    }
  })

  test('the wording of an indicator is the same to citizens and to Phòng Nội vụ', () => {
    for (const [at, indicator] of CITIZEN_INDICATORS.entries()) {
      const said = nd61.questions[at]?.text
      expect(said?.vi).toBe(textsIn.vi(`surveys:nd61.text.${indicator}`))
    }
    expect(nd61.questions[2]?.text.vi).toBe(
      'Số lần phải liên hệ với nơi tiếp nhận hồ sơ để hoàn thiện hồ sơ TTHC (kể cả liên hệ theo hình thức trực tuyến)',
    )
  })

  test('sipas22 has five factors with 4, 5, 6, 3 and 4 criteria, numbered through, five levels each', () => {
    const questions = questionsOf(sipas22)
    expect(sipas22.factors.map(({ id }) => questions.filter((q) => q.factor?.id === id).length)).toEqual([
      4, 5, 6, 3, 4,
    ])
    expect(questions.map(({ identity }) => identity)).toEqual(
      Array.from({ length: 22 }, (_, at) => `sipas.${at + 1}`),
    )
    expect(sipas22.factors.map(({ text }) => text.vi)).toEqual([
      'Tiếp cận dịch vụ',
      'Thủ tục hành chính',
      'Công chức trực tiếp giải quyết công việc',
      'Kết quả cung ứng dịch vụ',
      'Tiếp nhận, giải quyết góp ý, phản ánh, kiến nghị',
    ])
  })

  test('the five levels of sipas22 are those of the rating page, word for word', () => {
    for (const lang of LANGUAGES) {
      for (const { id, text } of sipas22.scales.level) {
        expect(text[lang]).toBe(textsIn[lang](`frame:level.${id as '1'}`))
      }
    }
    expect(sipas22.scales.level.map(({ id }) => id)).toEqual(['5', '4', '3', '2', '1'])
  })

  test.each([
    [0, 'Nơi ngồi chờ có đủ chỗ ngồi'],
    [4, 'TTHC được niêm yết công khai đầy đủ'],
    [8, 'Thời hạn giải quyết (từ ngày tiếp nhận đến ngày trả kết quả) đúng quy định'],
    [9, 'Công chức có thái độ giao tiếp lịch sự'],
    [12, 'Công chức hướng dẫn kê khai hồ sơ tận tình, chu đáo'],
    [21, 'Cơ quan thông báo kết quả xử lý góp ý, phản ánh, kiến nghị kịp thời'],
  ])('criterion %i + 1 reads "%s"', (at, text) => {
    expect(sipas22.questions[at]?.text.vi).toBe(text)
  })

  test('texts are composed, and each language is in its own writing', async () => {
    for (const content of [nd61, sipas22, await contentOf(city, 'short-1')]) {
      for (const [field, text] of textsByField(content)) {
        expect(text).toBe(text.normalize('NFC'))
        if (field.endsWith('.zh'))
          expect([field, /^[\p{Script=Han}（），。、：；？\w]+$/u.test(text)]).toEqual([field, true])
        if (field.endsWith('.en')) expect([field, /^[\x20-\x7e]+$/.test(text)]).toEqual([field, true])
      }
    }
  })

  test('the first survey, written before identities, is known by one all the same', async () => {
    const { questions, scales, factors } = await contentOf(city, 'short-1')
    expect(questions.map(({ id, identity, factor }) => [id, identity, factor])).toEqual([
      ['reasons', 'short.reasons', ''],
    ])
    expect([scales, factors]).toEqual([{ points: [], level: [] }, []])
  })
})
