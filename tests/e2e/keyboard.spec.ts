import { expect, type Page, test } from '@playwright/test'
import { laidOut, landing } from './laid-out.ts'
import { ADMINISTRATOR, aServedLangSon, type LangSon } from './lang-son.ts'

test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.use({ javaScriptEnabled: false })

let city: LangSon
test.beforeAll(async () => {
  city = await aServedLangSon('2025-05-02T02:00:00.000Z')
})
test.afterAll(() => city?.stop())

const LONGEST_WALK = 250

/** Tab until what is focused has this id, name, address or text. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  await laidOut(page)
  for (let presses = 0; presses < LONGEST_WALK; presses += 1) {
    await page.keyboard.press('Tab')
    const names = await page.evaluate(() => {
      const focused = document.activeElement
      const named = ['id', 'name', 'href'].map((name) => focused?.getAttribute(name))
      return [...named, focused?.textContent?.trim()]
    })
    if (names.includes(wanted)) return
  }
  throw new Error(`Not reached in ${LONGEST_WALK} presses: ${wanted} at ${page.url()}`)
}

/** Follows a link or sends a form; answers when the page that it leads to stands there. */
async function press(page: Page, wanted: string): Promise<void> {
  await tabTo(page, wanted)
  await landing(page, () => page.keyboard.press('Enter'))
}

async function type(page: Page, field: string, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(text)
}

async function signInByKeys(page: Page): Promise<void> {
  await page.goto(`${city.address}/quan-tri`)
  await type(page, 'email', ADMINISTRATOR.email)
  await type(page, 'password', ADMINISTRATOR.password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/quan-tri$/)
}

/** The month, day and year of a date as Chromium without a Vietnamese interface takes them. */
const keysOfDay = (day: string) => `${day.slice(5, 7)}${day.slice(8)}${day.slice(0, 4)}`

for (const width of [360, 1280]) {
  test.describe(`by keyboard alone, scripts off, at ${width} px`, () => {
    test.use({ viewport: { width, height: 740 } })
    const ward = width === 360 ? 'Phường Tam Thanh' : 'Phường Vĩnh Trại'

    test('an office moves under another', async ({ page }) => {
      await signInByKeys(page)
      await press(page, '/quan-tri/don-vi')
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Đơn vị')
      await press(page, ward)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(ward)
      await press(page, 'Chuyển đơn vị cấp trên')
      await expect(page).toHaveURL(/\/chuyen$/)
      await type(page, 'parent', 'X')
      await type(page, 'day', keysOfDay('2025-04-01'))
      await page.keyboard.press('Enter')
      await expect(page.getByRole('status')).toHaveText('Đã chuyển đơn vị.')
      await expect(page.locator('main')).toContainText('Trực thuộc Xã Hoàng Đồng')
    })

    test('a version of a survey is published from a day on', async ({ page }) => {
      await signInByKeys(page)
      await press(page, 'Phiếu khảo sát')
      await press(page, `Lập bản thảo từ phiên bản ${width === 360 ? 1 : 2}`)
      await expect(page).toHaveURL(/\/quan-tri\/phieu\/[a-z0-9]+-\d$/)
      await type(page, 'from', keysOfDay(width === 360 ? '2025-05-10' : '2025-05-20'))
      await press(page, 'Lưu và cho dùng')
      await expect(page.getByRole('status')).toContainText('Đã cho dùng.')
    })

    test('placards are chosen, made and reached', async ({ page }) => {
      await signInByKeys(page)
      await page.goto(`${city.address}/van-phong/in-an`)
      await tabTo(page, 'placard')
      await page.keyboard.press('Space')
      await press(page, 'Làm tệp PDF các bảng đã chọn')
      await page.waitForURL('**/in-an/lan/**')
      await expect(page.locator('a[download]')).toBeVisible({ timeout: 60_000 })
      const name = (await page.locator('a[download]').textContent())?.trim() ?? ''
      await tabTo(page, name)
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
      expect(download.suggestedFilename()).toMatch(/\.pdf$/)
    })
  })
}
