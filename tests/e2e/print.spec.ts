import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { PLACARD_SHEETS, symbolOnSheet } from '#app/invitations/placard-sheet.ts'
import { around, renderedPages, scanned, wordsOf } from '#tests/app/invitations/placard-scan.ts'
import { aDossierLink } from '#tests/world/dossier-link.ts'
import { OFFICES, STANDING_CODES } from '#tests/world/small-city.ts'
import { expect, signIn, test } from './city.ts'
import { expectAccessible, laidOut, widthOver } from './laid-out.ts'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'printed-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What a click downloads, on disk. */
async function downloaded(page: Page, click: () => Promise<unknown>): Promise<string> {
  const file = join(folder, 'downloaded.pdf')
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  await download.saveAs(file)
  return file
}

const done = (page: Page) => expect(page.locator('a[download]')).toBeVisible({ timeout: 60_000 })

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('placards are chosen, made, fetched and scanned, then leave the list of what to print', async ({
    page,
  }) => {
    await signIn(page)
    await page.goto('/van-phong/in-an')
    await page.getByLabel('Bảng gấp để bàn A6', { exact: false }).check()
    await page.locator(`input[value="${STANDING_CODES.wardA}"]`).check()
    await page.locator(`input[value="${STANDING_CODES.oneStop}"]`).check()
    await page.getByRole('button', { name: 'Làm tệp PDF các bảng đã chọn' }).click()
    await page.waitForURL('**/in-an/lan/**')
    // The page reloads itself until the file is there.
    await done(page)
    const file = await downloaded(page, () => page.locator('a[download]').click())
    const { layout, places } = PLACARD_SHEETS.tent_a6
    const codes = places.map(([, upright]) => {
      const symbol = upright && symbolOnSheet(layout, upright)
      const [picture] = symbol ? renderedPages(file, around(symbol, 5)) : []
      return picture && scanned(picture)?.text.split('/R/')[1]
    })
    expect(codes).toEqual([STANDING_CODES.wardA, STANDING_CODES.oneStop])
    expect(wordsOf(file).join()).toContain('Phường Đông Kinh')

    await page.locator('main form button').click()
    await expect(page.locator('[role=status]')).toBeVisible()
    await page.goto('/van-phong/in-an/in-lai')
    await expect(page.locator(`input[value="${STANDING_CODES.wardA}"]`)).toHaveCount(0)
    await expect(page.locator(`input[value="${STANDING_CODES.wardB}"]`)).toHaveCount(1)
  })

  test('choosing nothing says so and keeps the form that was chosen', async ({ page }) => {
    await signIn(page)
    await page.goto('/van-phong/in-an')
    await page.getByLabel('Bảng A5', { exact: false }).check()
    await page.getByRole('button', { name: 'Làm tệp PDF các bảng đã chọn' }).click()
    await expect(page.locator('[role=alert]')).toContainText('Xin chọn ít nhất một quầy')
    await expect(page.locator('input[value=a5]')).toBeChecked()
  })

  test('a dossier’s slip opens its rating page', async ({ page, served }) => {
    const code = `H37.12-260310-${1000 + test.info().workerIndex}`
    await aDossierLink(served.city, code, OFFICES.wardB)
    await signIn(page)
    await page.goto('/van-phong/in-an/phieu')
    await page.locator('textarea').fill(`${code}\nH37.12-260310-9999`)
    await page.locator('form[method=post] button', { hasText: 'Xem danh sách' }).click()
    await expect(page.locator('main')).toContainText('không có hồ sơ mang mã này')
    const file = await downloaded(page, () =>
      page.getByRole('button', { name: 'Tải tệp PDF 1 phiếu' }).click(),
    )
    const [picture] = renderedPages(file, { x: 57, y: 4.5, width: 45, height: 45 })
    const address = picture && scanned(picture)?.text
    await page.goto(new URL(address ?? '').pathname)
    await expect(page.locator('main')).toContainText('Phường Vĩnh Trại')
    await expect(page.locator('button[name=level]')).toHaveCount(5)
    expect(served.log()).not.toContain(new URL(address ?? '').pathname.slice(3))
  })
})

for (const lang of ['vi', 'en', 'zh']) {
  test(`printing pages in ${lang}: accessible at 360 and 1280 px, nothing runs out sideways`, async ({
    page,
  }) => {
    await signIn(page)
    const pages = [
      '/van-phong/in-an?',
      '/van-phong/in-an/xem-truoc?which=all&',
      '/van-phong/in-an/in-lai?',
      `/van-phong/in-an/phieu?office=${OFFICES.wardA}&day=2027-01-01&`,
      `/van-phong/in-an/phieu?office=${OFFICES.wardA}&day=2026-03-10&`,
    ]
    await page.goto('/van-phong/in-an')
    await page.locator('button[value=all]').click()
    await done(page)
    for (const path of [...pages, `${new URL(page.url()).pathname}?`]) {
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        await page.goto(`${path}lang=${lang}`)
        await expectAccessible(page)
        expect(await widthOver(page)).toBe(0)
      }
    }
  })
}

test('what a form answers is accessible too: nothing chosen, a list of codes', async ({ page, served }) => {
  await aDossierLink(served.city, `H37.12-260310-${2000 + test.info().workerIndex}`, OFFICES.wardA)
  await signIn(page)
  await page.goto('/van-phong/in-an')
  await page.locator('button.main').click()
  await expect(page.locator('[role=alert]')).toBeVisible()
  await expectAccessible(page)
  await page.goto('/van-phong/in-an/phieu')
  await page.locator('textarea').fill(`H37.12-260310-${2000 + test.info().workerIndex} H37.12-260310-9999`)
  await page.locator('form[method=post] button', { hasText: 'Xem danh sách' }).click()
  await expect(page.locator('table')).toHaveCount(2)
  await expectAccessible(page)
})

test('by keyboard alone: choose, make, reach the file', async ({ page }) => {
  await signIn(page)
  await page.goto('/van-phong/in-an')
  await page.locator(`input[value="${STANDING_CODES.wardB}"]`).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Làm tệp PDF các bảng đã chọn' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/in-an/lan/**')
  await done(page)
  const file = page.locator('a[download]')
  await laidOut(page)
  const isReached = () => file.evaluate((link) => link === document.activeElement)
  for (let tabs = 0; tabs < 40 && !(await isReached()); tabs += 1) await page.keyboard.press('Tab')
  expect(await isReached()).toBe(true)
  expect(await downloaded(page, () => page.keyboard.press('Enter'))).toContain('.pdf')
})

test('printed from the browser, the preview is a sheet a placard with its name on it', async ({ page }) => {
  await signIn(page)
  await page.goto('/van-phong/in-an/xem-truoc?which=all')
  const file = join(folder, 'preview.pdf')
  await page.pdf({ path: file, preferCSSPageSize: true })
  const sheets = wordsOf(file)
  expect(sheets).toHaveLength(3)
  for (const [at, name] of ['Phường Đông Kinh', 'Phường Vĩnh Trại', 'Bộ phận Một cửa thành phố'].entries()) {
    expect(sheets[at]?.replace(/\s+/g, ' ')).toContain(name)
    expect(sheets[at]).not.toContain('Đăng xuất')
  }
  expect(execFileSync('pdffonts', [file]).toString()).toContain('yes')
})
