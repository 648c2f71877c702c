import { expect, test } from 'vitest'
import { folded } from '#app/offices/folded.ts'

test.each([
  ['Phường Đông Kinh', 'phuong dong kinh'],
  ['Xã Quảng Lạc', 'xa quang lac'],
  ['Cấp Giấy xác nhận tình trạng hôn nhân', 'cap giay xac nhan tinh trang hon nhan'],
  ['ĐẶNG, Ư, Ơ, Ỵ, Ẵ', 'dang, u, o, y, a'],
  ['Bộ phận Một cửa - UBND', 'bo phan mot cua - ubnd'],
])('%s is searched for as %s', (name, plain) => {
  expect(folded(name)).toBe(plain)
})

test('marks typed apart from their letters fold alike', () => {
  expect(folded('Phường Tam Thanh'.normalize('NFD'))).toBe(folded('Phường Tam Thanh'.normalize('NFC')))
})
