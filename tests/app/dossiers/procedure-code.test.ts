import { expect, test } from 'vitest'
import { nationalProcedureCode, procedureFinder } from '#app/dossiers/procedure-code.ts'

test.each([
  ['2.000815', '2.000815'],
  ['2.000815.000.00.00.H55', '2.000815'],
  [' 2.000815.000.00.00.h55 ', '2.000815'],
  ['2.000815.02', '2.000815'],
  ['2.0008155', '2.0008155'],
  ['2.000815-02', '2.000815-02'],
  ['dat-dai-1', 'DAT-DAI-1'],
])('%j stands for %s', (written, code) => {
  expect(nationalProcedureCode(written)).toBe(code)
})

const finder = procedureFinder([
  { id: 'old', code: '1.012783', validFrom: '0001-01-01', validTo: '2024-07-31' },
  { id: 'new', code: '1.012783', validFrom: '2024-08-01', validTo: '9999-12-31' },
  { id: 'ended', code: '1.000419', validFrom: '0001-01-01', validTo: '2023-12-31' },
  { id: 'own', code: '9.000001.local', validFrom: '0001-01-01', validTo: '9999-12-31' },
])

test('a code means the procedure that was valid on the day', () => {
  expect(finder('1.012783', '2024-07-31')).toEqual({ id: 'old' })
  expect(finder('1.012783.000.00.00.H37', '2024-08-01')).toEqual({ id: 'new' })
})

test('a code the city itself keeps with a suffix is found as it is', () => {
  expect(finder('9.000001.local', '2026-01-15')).toEqual({ id: 'own' })
})

test('an unknown code and one that was no longer valid are told apart', () => {
  expect(finder('1.999999', '2026-01-15')).toEqual({ problem: 'procedure_unknown' })
  expect(finder('', '2026-01-15')).toEqual({ problem: 'procedure_unknown' })
  expect(finder('1.000419', '2024-01-01')).toEqual({ problem: 'procedure_not_valid' })
  expect(finder('1.000419', '2023-12-31')).toEqual({ id: 'ended' })
})

test('without a day any validity will do', () => {
  expect(finder('1.000419', null)).toEqual({ id: 'ended' })
  expect(finder('1.999999', null)).toEqual({ problem: 'procedure_unknown' })
})
