import { expect, test } from 'vitest'
import { safeNext } from '#app/auth/next-page.ts'

test.each([
  '/van-phong',
  '/van-phong?from=2026-10-01&to=2026-10-31',
  '/van-phong.csv?from=2026-10-01&to=2026-10-31',
  '/van-phong/qr/K7Q29FHX.svg',
  '/quan-tri',
  '/quan-tri/nhan-su',
])('%s is a desk of ours', (path) => {
  expect(safeNext(path)).toBe(path)
})

test.each([
  null,
  undefined,
  '',
  '/',
  '/dang-nhap',
  '/r/K7Q29FHX',
  '/van-phong-gia',
  '/quan-tri-gia/x',
  'van-phong',
  'https://evil.example/van-phong',
  '//evil.example/van-phong',
  '/\\evil.example/van-phong',
  '\\\\evil.example/van-phong',
  '/\t/evil.example/van-phong',
  '/van-phong/../dang-xuat',
  '/van-phong/%2e%2e/r/x',
  'javascript:alert(1)',
  `/van-phong?x=${'a'.repeat(600)}`,
])('%s leads nowhere', (path) => {
  expect(safeNext(path)).toBeNull()
})

test('what would split a header does not come through', () => {
  expect(safeNext('/van-phong?x=1\r\nSet-Cookie: a=b')).not.toMatch(/[\r\n]/)
})
