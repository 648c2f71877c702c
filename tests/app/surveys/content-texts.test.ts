import { describe, expect, test } from 'vitest'
import {
  contentChanges,
  contentProblems,
  LONGEST_TEXT,
  strayTexts,
  textsByField,
  withTyped,
} from '#app/surveys/content-texts.ts'
import { readDraftForm } from '#app/surveys/draft-form.ts'
import type { SurveyContent } from '#app/surveys/survey.ts'
import { writtenPlace, writtenProblem, writtenSpan } from '#app/surveys/survey-words.ts'

const text = (vi: string, en = vi, zh = vi) => ({ vi, en, zh })
const content: SurveyContent = {
  factors: [{ id: 'f', text: text('Tiếp cận') }],
  scales: { points: [{ id: '2', text: text('Rất hài lòng') }], level: [] },
  questions: [
    {
      id: 'why',
      identity: 'x.why',
      kind: 'several',
      factor: '',
      text: text('Vì sao'),
      options: [
        { id: 'a', text: text('Thời gian') },
        { id: 'b', text: text('Phí') },
      ],
    },
    { id: 'i1', identity: 'x.1', kind: 'points', factor: 'f', text: text('Tổng thời gian'), options: [] },
  ],
}
const typed = (fields: Record<string, string>) => new Map(Object.entries(fields))

test('every text has a field of its own', () => {
  expect([...textsByField(content).keys()].filter((field) => field.endsWith('.vi'))).toEqual([
    'factor.f.vi',
    'scale.points.2.vi',
    'text.why.vi',
    'option.why.a.vi',
    'option.why.b.vi',
    'text.i1.vi',
  ])
})

test('what is typed takes the place of what was, tidied; a field that was not sent keeps its text', () => {
  const after = withTyped(
    content,
    typed({
      'text.why.en': '  What\r\n  made   you  choose? ',
      'option.why.a.zh': '时间',
      'text.gone.vi': 'x',
    }),
  )
  expect(after.questions[0]?.text).toEqual(text('Vì sao', 'What made you choose?', 'Vì sao'))
  expect(after.questions[0]?.options[0]?.text.zh).toBe('时间')
  expect(withTyped(after, typed({}))).toEqual(after)
})

test('marks typed apart are composed', () => {
  const after = withTyped(content, typed({ 'text.why.vi': 'Vì sao'.normalize('NFD') }))
  expect(after.questions[0]?.text.vi).toBe('Vì sao')
})

test('what was typed for what is gone is given back', () => {
  const sent = typed({
    'text.why.vi': 'a',
    'text.gone.vi': ' mất ',
    'option.why.z.en': '',
    'option.gone.a.en': 'lost',
  })
  expect(strayTexts(content, sent)).toEqual(['mất', 'lost'])
})

describe('what stands in the way of publishing', () => {
  test('nothing, when every text is there', () => {
    expect(contentProblems(content)).toEqual([])
  })

  test('each missing or too long text by its field, in the order of the page', () => {
    const long = 'đ'.repeat(LONGEST_TEXT + 1)
    const draft = withTyped(content, typed({ 'text.i1.zh': ' ', 'text.why.en': '', 'option.why.b.vi': long }))
    expect(contentProblems(draft)).toEqual([
      { why: 'missing', field: 'text.why.en' },
      { why: 'long', field: 'option.why.b.vi' },
      { why: 'missing', field: 'text.i1.zh' },
    ])
    expect(contentProblems(withTyped(content, typed({ 'text.why.vi': '𠮷'.repeat(LONGEST_TEXT) })))).toEqual(
      [],
    )
  })

  test('a question with one option, and no question at all', () => {
    const [why, other] = content.questions
    if (!why || !other) throw new Error('no questions')
    const one = { ...content, questions: [{ ...why, options: why.options.slice(1) }, other] }
    expect(contentProblems(one)).toEqual([{ why: 'few_options', question: 'why' }])
    expect(contentProblems({ ...content, questions: [] })).toEqual([{ why: 'no_questions' }])
  })

  test('words that nothing uses may be missing', () => {
    const bare = { ...content, questions: content.questions.slice(0, 1) }
    expect(contentProblems(withTyped(bare, typed({ 'scale.points.2.en': '', 'factor.f.en': '' })))).toEqual(
      [],
    )
  })

  test('each is said with its place, and leads to its field', () => {
    const said = (problem: Parameters<typeof writtenProblem>[2]) => writtenProblem('vi', content, problem)
    expect(said({ why: 'missing', field: 'text.i1.zh' })).toEqual({
      name: 'text.i1.zh',
      text: 'Câu 2: thiếu 中文',
    })
    expect(said({ why: 'long', field: 'option.why.b.en' }).text).toBe(
      'lựa chọn 2, câu 1: English dài quá 300 ký tự',
    )
    expect(said({ why: 'few_options', question: 'why' })).toEqual({
      name: 'q-why',
      text: 'Câu 1: cần ít nhất hai lựa chọn',
    })
    expect(said({ why: 'no_questions' }).text).toBe('Chưa có câu nào')
    expect(writtenPlace('vi', content, 'factor.f')).toBe('Yếu tố 1')
    expect(writtenPlace('vi', content, 'scale.points.2')).toBe('Mức 2')
  })
})

test('the audit line holds what changed and nothing else', () => {
  const after = withTyped(content, typed({ 'text.why.en': 'Why?' }))
  expect(contentChanges(content, after)).toEqual({
    before: { 'text.why.en': 'Vì sao' },
    after: { 'text.why.en': 'Why?' },
  })
  const fewer = contentChanges(content, { ...content, questions: content.questions.slice(1) })
  expect(fewer.before).toMatchObject({ 'text.why.vi': 'Vì sao', 'option.why.a.vi': 'Thời gian' })
  expect(fewer.after).toEqual({ arrangement: 'i1 x.1' })
})

test('a form is read for its fields alone, its revision and its button', () => {
  const form = new URLSearchParams([
    ['revision', '7'],
    ['do', 'option-up:why:b'],
    ['text.why.vi', 'Vì sao'],
    ['option.why.b.zh', ''],
    ['text.why.fr', 'Pourquoi'],
    ['content', '{}'],
  ])
  const read = readDraftForm(form)
  expect([...read.typed]).toEqual([
    ['text.why.vi', 'Vì sao'],
    ['option.why.b.zh', ''],
  ])
  expect([read.revision, read.arrangement]).toEqual([7, { deed: 'option-up', question: 'why', option: 'b' }])
  expect(readDraftForm(new URLSearchParams('revision=x&do=save'))).toMatchObject({
    revision: -1,
    arrangement: null,
  })
})

test.each([
  ['', '', 'chưa cho dùng'],
  ['0001-01-01', '9999-12-31', 'không giới hạn'],
  ['2026-04-01', '9999-12-31', 'từ 01/04/2026'],
  ['0001-01-01', '2026-03-31', 'đến 31/03/2026'],
  ['2026-01-01', '2026-03-31', 'từ 01/01/2026 đến 31/03/2026'],
])('from %s to %s reads "%s"', (from, to, words) => {
  expect(writtenSpan('vi', { from, to })).toBe(words)
})
