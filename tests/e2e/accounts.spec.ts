import type { Browser, Page } from '@playwright/test'
import jsQR from 'jsqr'
import { TOTP, URI } from 'otpauth'
import { PNG } from 'pngjs'
import { addStaff } from '#app/auth/add-staff.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import { clockFrom } from '#app/calendar/clock.ts'
import { aRunningCity, type RunningCity } from '#tests/world/running-city.ts'
import { OFFICES } from '#tests/world/small-city.ts'
import { test as cityTest, expect } from './city.ts'
import { expectAccessible, widthOver } from './laid-out.ts'

const NOW = '2026-03-16T02:00:00.000Z'
const ROOT = { email: 'root@langson.example', password: 'Bến sông Kỳ Cùng 1831' }
const PASSWORD = 'Chợ Kỳ Lừa đêm hội 27'
let clock = clockFrom(new Date(NOW))

/** A city that is no demo, with one administrator who has no second factor yet. */
const test = cityTest.extend<object, { served: RunningCity }>({
  served: [
    // biome-ignore lint/correctness/noEmptyPattern: a fixture names what it needs by destructuring
    async ({}, use) => {
      const running = await aRunningCity({ NOW })
      clock = clockFrom(new Date(NOW))
      const passwordHash = await hashPassword(ROOT.password)
      const root = {
        email: ROOT.email,
        name: 'Hoàng Văn Gốc',
        role: 'administrator',
        officeId: null,
      } as const
      await running.city.store.write((tx) => addStaff(tx, running.city.clock, { ...root, passwordHash }))
      await use(running)
      await running.stop()
    },
    { scope: 'worker' },
  ],
})

test.describe.configure({ mode: 'serial' })

/** What the phone shows, some steps from now: each code is taken once. */
const phone = (secret: string, steps = 0) =>
  new TOTP({ secret }).generate({ timestamp: clock.now().getTime() + steps * 30_000 })

async function typePassword(page: Page, { email, password } = ROOT) {
  await page.goto('/dang-nhap')
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.locator('main button.main').click()
}

/** The address in the QR that is on the page, as a phone's camera sees it. */
async function scanned(page: Page): Promise<string> {
  const shot = PNG.sync.read(await page.locator('img.qr').screenshot())
  return jsQR(new Uint8ClampedArray(shot.data), shot.width, shot.height)?.data ?? ''
}

async function setSecondFactor(page: Page): Promise<string> {
  await page.waitForURL('**/tai-khoan/xac-thuc-hai-lop')
  const read = URI.parse(await scanned(page))
  const secret = read.secret.base32
  await expect(page.locator('code')).toHaveText(secret.replace(/(.{4})(?=.)/g, '$1 '))
  await page.locator('input[name=code]').fill(phone(secret))
  await page.getByRole('button', { name: 'Thiết lập' }).click()
  await page.waitForURL('**/tai-khoan/ma-du-phong')
  return secret
}

async function elsewhere(browser: Browser, served: RunningCity): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL: served.address, javaScriptEnabled: false, locale: 'vi-VN' },
    viewport: { width: 360, height: 640 },
  })
  return context.newPage()
}

const looks = async (page: Page) => {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await widthOver(page), `${page.url()} at ${width}`).toBe(0)
  }
}

let secret = ''
let recovery: string[] = []

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('an administrator sets the second factor, invites somebody on paper, and suspends them', async ({
    page,
    browser,
    served,
  }) => {
    await typePassword(page)
    secret = await setSecondFactor(page)
    await expect(page.locator('.codes code')).toHaveCount(10)
    recovery = await page.locator('.codes code').allInnerTexts()
    await looks(page)
    await page.getByRole('link', { name: 'Đã cất mã, tiếp tục' }).click()
    await page.waitForURL('**/van-phong')
    await page.getByRole('link', { name: 'Quản trị' }).click()
    await page.getByRole('link', { name: 'Người dùng' }).click()

    await page.locator('input[name=name]').fill('Lý Thị Hoa')
    await page.locator('input[name=email]').fill('hoa@langson.example')
    await page.locator('select[name=role]').selectOption('office_head')
    await page.getByRole('button', { name: 'Tạo tài khoản và in mã' }).click()
    await expect(page.locator('.error-summary')).toContainText('cần một cơ quan')
    await expect(page.locator('input[name=name]')).toHaveValue('Lý Thị Hoa')
    await page.locator('select[name=office]').selectOption(OFFICES.wardA)
    await page.getByRole('button', { name: 'Tạo tài khoản và in mã' }).click()
    await page.waitForURL('**/giay')
    const code = await page.locator('code.big').innerText()
    await looks(page)
    await page.reload()
    await expect(page.locator('h1')).toHaveText('Mã đã hiện một lần')

    const hoa = await elsewhere(browser, served)
    await hoa.goto('/kich-hoat')
    await hoa.locator('input[name=code]').fill(code.toLowerCase())
    for (const name of ['password', 'again']) await hoa.locator(`input[name=${name}]`).fill(PASSWORD)
    await hoa.getByRole('button').last().click()
    await hoa.waitForURL('**/van-phong')
    await hoa.goto('/tai-khoan')
    await expect(hoa.locator('main')).toContainText('Lý Thị Hoa')
    await expect(hoa.locator('main')).toContainText('Phường Đông Kinh')

    await page.getByRole('link', { name: 'Đến tài khoản của người này' }).click()
    await page.locator('#reason-suspend').fill('nghỉ chế độ')
    await page.getByRole('button', { name: 'Tạm khóa tài khoản' }).click()
    await expect(page.getByRole('status')).toContainText('Đã tạm khóa')
    await hoa.goto('/tai-khoan')
    expect(new URL(hoa.url()).pathname).toBe('/dang-nhap')
    await typePassword(hoa, { email: 'hoa@langson.example', password: PASSWORD })
    await expect(hoa.locator('.error-summary')).toContainText('chưa đúng')
  })

  test('the code is asked for at the next sign-in; by keyboard alone', async ({ page }) => {
    await page.goto('/dang-nhap?next=/quan-tri/nguoi-dung')
    await page.locator('input[name=email]').focus()
    await page.keyboard.type(ROOT.email)
    await page.keyboard.press('Tab')
    await page.keyboard.type(ROOT.password)
    await page.keyboard.press('Enter')
    await expect(page.locator('h1')).toHaveText('Nhập mã xác thực')
    await looks(page)
    await page.locator('input[name=code]').focus()
    await page.keyboard.type('000000')
    await page.keyboard.press('Enter')
    await expect(page.locator('.error-summary')).toContainText('Mã chưa đúng')
    await page.locator('input[name=code]').focus()
    await page.keyboard.type(phone(secret, 1))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/quan-tri/nguoi-dung')
    await expect(page.locator('.people tbody tr')).toHaveCount(2)
  })
})

test('every page is accessible in three languages, narrow and wide', async ({ page, served }) => {
  test.setTimeout(180_000)
  const own = ['/tai-khoan', '/tai-khoan/mat-khau', '/tai-khoan/xac-thuc-hai-lop', '/tai-khoan/ma-du-phong']
  const staff = await served.city.store.read.selectFrom('staff').selectAll().execute()
  const people = staff.map(({ id }) => `/quan-tri/nguoi-dung/${id}`)
  const open = ['/dang-nhap', '/kich-hoat', '/kich-hoat/K7Q29FHXK7Q29FHX', '/quen-mat-khau']
  const visit = async (paths: string[]) => {
    for (const path of paths) {
      for (const lang of ['vi', 'en', 'zh']) {
        await page.goto(`${path}?lang=${lang}`)
        await expect(page.locator('h1')).toHaveCount(1)
        await expectAccessible(page)
        await looks(page)
      }
    }
  }
  await visit(open)
  await page.goto('/dang-nhap?lang=vi')
  await typePassword(page)
  await expect(page.locator('input[name=code]')).toBeVisible()
  await expectAccessible(page)
  await page.locator('input[name=code]').fill(recovery[0] ?? '')
  await page.locator('main button.main').click()
  await page.waitForURL('**/van-phong')
  await visit([...own, '/quan-tri/nguoi-dung', ...people, `${people[0]}/giay`])
})
