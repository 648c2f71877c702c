import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  type Arrangement,
  arranged,
  kindsFor,
  readArrangement,
  writeArrangement,
} from '#app/surveys/arrangement.ts'
import type { ContentQuestion, SurveyContent } from '#app/surveys/survey.ts'

const text = (vi: string) => ({ vi, en: vi, zh: vi })
const option = (id: string) => ({ id, text: text(id) })
const question = (id: string, factor = '', change: Partial<ContentQuestion> = {}): ContentQuestion => ({
  ...{ id, identity: `test.${id}`, kind: 'several', factor, text: text(id) },
  options: ['a', 'b', 'c'].map(option),
  ...change,
})
const content: SurveyContent = {
  factors: ['f', 'g'].map(option),
  scales: { points: [], level: ['5', '4', '3', '2', '1'].map(option) },
  questions: [question('f1', 'f'), question('alone'), question('f2', 'f'), question('g1', 'g')],
}

let fresh = 0
beforeEach(() => {
  fresh = 0
})
const changedBy = (step: Arrangement, from = content) =>
  arranged(from, step, { survey: 'test', freshId: () => `new${++fresh}` })
const order = (step: Arrangement) => changedBy(step).content.questions.map(({ id }) => id)
const optionsOf = (step: Arrangement) => changedBy(step).content.questions[0]?.options.map(({ id }) => id)

describe('questions', () => {
  test('change places within their own group', () => {
    expect(order({ deed: 'question-down', question: 'f1' })).toEqual(['f2', 'alone', 'f1', 'g1'])
    expect(order({ deed: 'question-up', question: 'f2' })).toEqual(['f2', 'alone', 'f1', 'g1'])
  })

  test.each([
    { deed: 'question-up', question: 'f1' },
    { deed: 'question-down', question: 'f2' },
    { deed: 'question-down', question: 'g1' },
    { deed: 'question-up', question: 'nobody' },
  ] as const)('at the end of its group nothing moves: $deed $question', (step) => {
    expect(changedBy(step).content).toEqual(content)
  })

  test('one removed is gone, the others stay', () => {
    expect(order({ deed: 'question-remove', question: 'alone' })).toEqual(['f1', 'f2', 'g1'])
  })

  test('a new one comes last in its group, with an identity of its own and no words yet', () => {
    const { content: made, at } = changedBy({ deed: 'question-new', kind: 'level', factor: 'f' })
    expect(made.questions.map(({ id }) => id)).toEqual(['f1', 'alone', 'f2', 'new1', 'g1'])
    expect(at).toBe('new1')
    expect(made.questions[3]).toMatchObject({
      identity: 'test.new1',
      kind: 'level',
      options: [],
      text: text(''),
    })
  })

  test('one to tick begins with two options', () => {
    const { content: made } = changedBy({ deed: 'question-new', kind: 'several', factor: '' })
    expect(made.questions.at(2)?.options).toHaveLength(2)
  })

  test('no kind without a scale, no factor that is not there, no more than forty', () => {
    expect(kindsFor(content)).toEqual(['several', 'level'])
    expect(changedBy({ deed: 'question-new', kind: 'points', factor: '' }).content).toEqual(content)
    expect(changedBy({ deed: 'question-new', kind: 'level', factor: 'h' }).content).toEqual(content)
    const full = { ...content, questions: Array.from({ length: 40 }, (_, at) => question(`q${at}`)) }
    expect(changedBy({ deed: 'question-new', kind: 'level', factor: '' }, full).content).toEqual(full)
  })

  test('asked otherwise it is another question: a fresh identity, the same words and place', () => {
    const { content: made, at } = changedBy({ deed: 'question-other', question: 'alone' })
    expect(made.questions[1]).toEqual({ ...content.questions[1], id: 'new1', identity: 'test.new1' })
    expect(at).toBe('new1')
  })
})

describe('options', () => {
  const step = (deed: 'option-up' | 'option-down' | 'option-remove', id: string): Arrangement => ({
    deed,
    question: 'f1',
    option: id,
  })

  test('move, go, and come with a fresh id', () => {
    expect(optionsOf(step('option-up', 'b'))).toEqual(['b', 'a', 'c'])
    expect(optionsOf(step('option-down', 'b'))).toEqual(['a', 'c', 'b'])
    expect(optionsOf(step('option-up', 'a'))).toEqual(['a', 'b', 'c'])
    expect(optionsOf(step('option-remove', 'b'))).toEqual(['a', 'c'])
    expect(optionsOf({ deed: 'option-new', question: 'f1' })).toEqual(['a', 'b', 'c', 'new1'])
  })

  test('a question on a scale gets none of its own', () => {
    const scaled = { ...content, questions: [question('s', '', { kind: 'level', options: [] })] }
    expect(changedBy({ deed: 'option-new', question: 's' }, scaled).content).toEqual(scaled)
  })
})

test.each<Arrangement>([
  { deed: 'question-up', question: 'f1' },
  { deed: 'question-new', kind: 'level', factor: 'f' },
  { deed: 'question-new', kind: 'several', factor: '' },
  { deed: 'option-remove', question: 'f1', option: 'a' },
  { deed: 'option-new', question: 'f1' },
])('a button says what it does and is read again: $deed', (step) => {
  expect(readArrangement(writeArrangement(step))).toEqual(step)
})

test.each(['', 'save', 'publish', 'question-new:wish:f', 'question-new', '__proto__:x'])(
  '%s rearranges nothing',
  (said) => {
    expect(readArrangement(said)).toBeNull()
  },
)

test('whatever is pressed, no id stands twice and every question keeps a known group', () => {
  const ids = fc.constantFrom('f1', 'f2', 'g1', 'alone', 'new1', 'new2', 'x')
  const options = fc.constantFrom('a', 'b', 'c', 'new1', 'x')
  const step: fc.Arbitrary<Arrangement> = fc.oneof(
    fc.record({
      deed: fc.constantFrom('question-up', 'question-down', 'question-remove', 'question-other'),
      question: ids,
    }),
    fc.record({
      deed: fc.constant('question-new' as const),
      kind: fc.constantFrom('several', 'points', 'level'),
      factor: fc.constantFrom('', 'f', 'g', 'x'),
    }),
    fc.record({
      deed: fc.constantFrom('option-up', 'option-down', 'option-remove'),
      question: ids,
      option: options,
    }),
    fc.record({ deed: fc.constant('option-new' as const), question: ids }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let now = content
      for (const one of steps) now = changedBy(one, now).content
      const all = now.questions.flatMap(({ id, identity, options: own }) => [
        id,
        identity,
        ...own.map((o) => `${id}.${o.id}`),
      ])
      expect(new Set(all).size).toBe(all.length)
      expect(now.questions.every(({ factor }) => ['', 'f', 'g'].includes(factor))).toBe(true)
    }),
    { seed: 3, numRuns: 300 },
  )
})
