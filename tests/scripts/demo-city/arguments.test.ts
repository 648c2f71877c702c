import { expect, test } from 'vitest'
import { readArguments, WrongArgument } from '#scripts/demo-city/arguments.ts'

test('arguments have defaults', () => {
  expect(readArguments([])).toEqual({
    ratings: 9_000,
    seed: 1,
    offices: 15,
    until: undefined,
    out: undefined,
  })
})

test('arguments are read in either spelling', () => {
  const words = [
    '--ratings',
    '1000000',
    '--seed=0',
    '--offices',
    '200',
    '--until',
    '2026-11-22',
    '--out=x.sqlite',
  ]
  expect(readArguments(words)).toEqual({
    ratings: 1_000_000,
    seed: 0,
    offices: 200,
    until: '2026-11-22',
    out: 'x.sqlite',
  })
})

test.each([
  [['--ratings', '0'], '--ratings'],
  [['--ratings', '1e3'], '--ratings'],
  [['--ratings', ''], '--ratings'],
  [['--ratings', '99999999'], '--ratings'],
  [['--ratings', '-5'], '--ratings'],
  [['--seed', '1.5'], '--seed'],
  [['--seed'], '--seed'],
  [['--offices', '14'], '--offices'],
  [['--until', '2026-02-30'], '--until'],
  [['--until', '22/11/2026'], '--until'],
  [['--until', '1999-12-31'], '--until'],
  [['--out', ''], '--out'],
  [['--rating', '5'], '--rating'],
  [['5'], '5'],
])('%j is refused in one line that names it', (words, name) => {
  let said = ''
  try {
    readArguments(words)
  } catch (cause) {
    expect(cause).toBeInstanceOf(WrongArgument)
    said = (cause as Error).message
  }
  expect(said).toContain(name)
  expect(said).not.toContain('\n')
})
