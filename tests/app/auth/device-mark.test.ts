import { expect, test } from 'vitest'
import { makeDeviceMark, readDeviceMark } from '#app/auth/device-mark.server.ts'

const KEY = 'k'.repeat(32)

test('a mark is read by the account it was made for, and gives the device one lasting number', () => {
  const mark = makeDeviceMark(KEY, 'lan@example.vn')
  const number = readDeviceMark(KEY, 'lan@example.vn', mark)
  expect(number).toMatch(/^[\w-]{22}$/)
  expect(readDeviceMark(KEY, ' Lan@Example.vn ', mark)).toBe(number)
  expect(readDeviceMark(KEY, 'lan@example.vn', makeDeviceMark(KEY, 'lan@example.vn'))).not.toBe(number)
})

test('a mark of another account, another key, cut, edited or missing is none', () => {
  const mark = makeDeviceMark(KEY, 'lan@example.vn')
  const edited = `${mark.startsWith('A') ? 'B' : 'A'}${mark.slice(1)}`
  expect(readDeviceMark(KEY, 'hoa@example.vn', mark)).toBeNull()
  expect(readDeviceMark('z'.repeat(32), 'lan@example.vn', mark)).toBeNull()
  for (const bad of [edited, mark.slice(0, -1), `${mark}A`, '', 'x.y', null]) {
    expect(readDeviceMark(KEY, 'lan@example.vn', bad)).toBeNull()
  }
})
