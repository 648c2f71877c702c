import { expect, test } from 'vitest'
import { countsInHeadline, indexDefinitionOf } from '#app/statistics/index-definition.ts'

const first = {
  version: 1,
  valid_from: '0001-01-01',
  trust_classes: '["verified","kiosk","open"]',
  stages: '["return","unstated"]',
  satisfied_levels: '[4,5]',
  minimum_n: 5,
}

test('definition 1 as it is stored', () => {
  expect(indexDefinitionOf(first)).toEqual({
    version: 1,
    validFrom: '0001-01-01',
    trustClasses: ['verified', 'kiosk', 'open'],
    stages: ['return', 'unstated'],
    satisfiedLevels: [4, 5],
    minimumN: 5,
  })
})

test('the headline takes the trust classes and stages named, and no filing', () => {
  const definition = indexDefinitionOf({ ...first, trust_classes: '["verified","kiosk"]' })
  expect(countsInHeadline(definition, 'verified', 'return')).toBe(true)
  expect(countsInHeadline(definition, 'kiosk', 'unstated')).toBe(true)
  expect(countsInHeadline(definition, 'open', 'unstated')).toBe(false)
  expect(countsInHeadline(definition, 'verified', 'filing')).toBe(false)
})

test.each([
  { ...first, trust_classes: '["verified","trusted"]' },
  { ...first, stages: '"return"' },
  { ...first, stages: '[null]' },
  { ...first, satisfied_levels: '[4,6]' },
  { ...first, satisfied_levels: '["4","5"]' },
])('a row that names what is unknown is refused: %o', (row) => {
  expect(() => indexDefinitionOf(row)).toThrow(/Index definition/)
})
