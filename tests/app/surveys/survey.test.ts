import { describe, expect, test } from 'vitest'
import { answerMarks } from '#app/surveys/answer-marks.ts'
import { groupsOf, groupWith, inLanguage, knownAnswers, type Question } from '#app/surveys/survey.ts'

const text = (vi: string) => ({ vi, en: `${vi} in English`, zh: `${vi}中` })
const options = (...ids: string[]) => ids.map((id) => ({ id, text: text(id) }))
const question = (id: string, change: Partial<Question>): Question => ({
  id,
  identity: `test.${id}`,
  kind: 'several',
  factor: null,
  text: text(id),
  options: options('a', 'b', 'c'),
  ...change,
})
const access = { id: 'access', text: text('Tiếp cận') }
const version = {
  id: 'test-1',
  survey: 'test',
  questions: [
    question('why', {}),
    question('i1', { kind: 'points', options: options('2', '1', '0') }),
    question('c1', { kind: 'level', factor: access, options: options('5', '4', '3', '2', '1') }),
    question('c2', { kind: 'level', factor: access, options: options('5', '4', '3', '2', '1') }),
  ],
}

describe('answers are those of the version', () => {
  test.each([
    [
      'ticked twice, in any order, once each in the order of the question',
      { why: ['c', 'a', 'c'] },
      { why: ['a', 'c'] },
    ],
    ['an option that is none is left out', { why: ['a', 'zzz'] }, { why: ['a'] }],
    ['nothing ticked clears', { why: [] }, { why: [] }],
    ['a question that is none is left out', { what: ['a'], i1: ['2'] }, { i1: ['2'] }],
    ['a name of every object is no question', { constructor: ['a'], __proto__: ['a'] }, {}],
    ['one of three points', { i1: ['0'] }, { i1: ['0'] }],
    ['points beyond the scale leave what was', { i1: ['3'] }, {}],
    ['two points at once leave what was', { i1: ['2', '1'] }, {}],
    ['a known one beside an unknown one leaves what was', { i1: ['2', '9'] }, {}],
    ['an empty mark clears points too', { i1: [] }, { i1: [] }],
    ['levels one by one', { c1: ['5'], c2: ['1'] }, { c1: ['5'], c2: ['1'] }],
    ['a level beyond five leaves the other', { c1: ['6'], c2: ['1'] }, { c2: ['1'] }],
  ])('%s', (_what, sent, stored) => {
    expect(knownAnswers(version, sent as Record<string, string[]>)).toEqual(stored)
  })
})

test('a question stands alone, those of a factor together under its name', () => {
  const shown = inLanguage(version, 'zh')
  expect(groupsOf(shown).map(({ id, title, questions }) => [id, title, questions.map((q) => q.id)])).toEqual([
    ['q-why', null, ['why']],
    ['q-i1', null, ['i1']],
    ['f-access', 'Tiếp cận中', ['c1', 'c2']],
  ])
  expect([groupWith(shown, 'c2'), groupWith(shown, 'i1'), groupWith(shown, 'x')]).toEqual([
    'f-access',
    'q-i1',
    undefined,
  ])
})

test('each language reads its own texts', () => {
  const [why] = inLanguage(version, 'en')
  expect([why?.text, why?.options[0]?.text]).toEqual(['why in English', 'a in English'])
})

test('what answers say is said by identity, and that a question was answered once', () => {
  expect(answerMarks(version, { why: ['a', 'c'], i1: ['2'], c1: [], gone: ['x'] })).toEqual([
    { identity: 'test.why', option: '' },
    { identity: 'test.why', option: 'a' },
    { identity: 'test.why', option: 'c' },
    { identity: 'test.i1', option: '' },
    { identity: 'test.i1', option: '2' },
  ])
  expect(answerMarks(version, {})).toEqual([])
})
