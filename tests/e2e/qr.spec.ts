import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { qrVersion } from '#app/invitations/qr.server.ts'
import { STANDING_CODES } from '#tests/world/small-city.ts'
import { expect, signIn, test } from './city.ts'

test('the printed QR, looked at as a picture, leads to the rating page', async ({ page, served }) => {
  await signIn(page)
  const picture = await page.request.get(`/van-phong/qr/${STANDING_CODES.wardA}.svg`)
  expect(picture.headers()['content-type']).toContain('image/svg+xml')
  await page.setViewportSize({ width: 400, height: 400 })
  await page.goto(`/van-phong/qr/${STANDING_CODES.wardA}.svg`)
  const { data, width, height } = PNG.sync.read(await page.screenshot())
  const decoded = jsQR(new Uint8ClampedArray(data), width, height)
  expect(decoded?.data).toMatch(new RegExp(`/R/${STANDING_CODES.wardA}$`))
  // A server on any free port prints its settings' address; the path is what was printed.
  await page.goto(served.address + new URL(decoded?.data ?? '').pathname)
  await expect(page.locator('main')).toContainText('Phường Đông Kinh')
})

test('nobody who is not signed in gets a QR, and only standing codes have one', async ({ page }) => {
  const anonymous = await page.request.get(`/van-phong/qr/${STANDING_CODES.wardA}.svg`, { maxRedirects: 0 })
  expect(anonymous.status()).toBe(303)
  await signIn(page)
  expect((await page.request.get('/van-phong/qr/NOSUCH00.svg')).status()).toBe(404)
})

test('codes stay small enough to scan: version 3 standing, version 4 for a dossier, at 28 characters of host', () => {
  const host = `https://${'a'.repeat(25)}.vn`.toUpperCase()
  expect(host.length).toBe('https://'.length + 28)
  expect(qrVersion(`${host}/R/K7Q29FHX`)).toBe(3)
  expect(qrVersion(`${host}/R/${'7'.repeat(26)}`)).toBe(4)
})
