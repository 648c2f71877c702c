import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/calendar/day.ts'
import { normalDossierCode, readDossierCode } from '#app/dossiers/dossier-code.ts'

const TODAY = '2026-03-16'

test.each([
  ['H37.12-260115-0042', 'H37.12-260115-0042'],
  ['000.12.22.H37-231115-0001', '000.12.22.H37-231115-0001'],
  ['H37-260115-004', 'H37-260115-004'],
  ['H37.1.22.4444-260115-123456', 'H37.1.22.4444-260115-123456'],
  [' h37.12-260115-0042\n', 'H37.12-260115-0042'],
  ['H37.12–260115–0042', 'H37.12-260115-0042'],
  ['\ufeffH37.12−260115—0042', 'H37.12-260115-0042'],
])('%j is read as %s', (written, code) => {
  expect(readDossierCode(written, TODAY)).toEqual({ code })
})

test.each([
  '',
  'H37.12',
  '0042',
  'H37.12-260115',
  'H37.12-260115-42',
  'H37.12-260115-1234567',
  'H37.12-2026115-0042',
  'H37.1.2.3.4-260115-0042',
  'H37.12345-260115-0042',
  'HH7.12-260115-0042',
  '00.12.22.H37-231115-0001',
  '000.12.H37-231115-0001',
  'H37.12-260115-0042 x',
  'H37.12 260115 0042',
  'Nguyễn Văn A',
])('%j is no dossier code', (written) => {
  expect(readDossierCode(written, TODAY)).toEqual({ problem: 'code_shape' })
})

test('its six digits must be a real day, up to today', () => {
  const read = (digits: string) => readDossierCode(`H37.12-${digits}-0042`, TODAY)
  for (const digits of ['260229', '261301', '260431', '000000', '260100']) {
    expect(read(digits), digits).toEqual({ problem: 'code_day' })
  }
  expect(read('240229')).toEqual({ code: 'H37.12-240229-0042' })
  expect(read('260316')).toEqual({ code: 'H37.12-260316-0042' })
  expect(read('260317')).toEqual({ problem: 'code_in_future' })
})

test('any day of receipt up to today is accepted, every later one refused', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9_000, max: 9_000 }), (offset) => {
      const day = addDays(TODAY, offset)
      const read = readDossierCode(`H37.12-${day.slice(2).replaceAll('-', '')}-0042`, TODAY)
      expect('code' in read).toBe(offset <= 0)
    }),
  )
})

test('normalising twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (written) => {
      const once = normalDossierCode(written)
      expect(normalDossierCode(once)).toBe(once)
    }),
  )
})

test('a city may set another pattern, with or without a day in it', () => {
  const withDay = /^LS-(?<day>\d{6})\/\d+$/
  expect(readDossierCode('ls-260115/7', TODAY, withDay)).toEqual({ code: 'LS-260115/7' })
  expect(readDossierCode('ls-260199/7', TODAY, withDay)).toEqual({ problem: 'code_day' })
  expect(readDossierCode('LS/7', TODAY, /^LS\/\d+$/)).toEqual({ code: 'LS/7' })
  expect(readDossierCode('H37.12-260115-0042', TODAY, withDay)).toEqual({ problem: 'code_shape' })
})
