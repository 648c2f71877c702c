import type { Page } from '@playwright/test'
import { addStaff } from '#app/auth/add-staff.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { rate, returnDossiers, times } from '#tests/app/reports/rated-city.ts'
import { OFFICES } from '#tests/world/small-city.ts'
import { expect, STAFF, signIn, test } from './city.ts'
import { expectAccessible, widthOver } from './laid-out.ts'

test.use({ world: 'reports' })
test.describe.configure({ mode: 'serial' })

const FEBRUARY = '/van-phong/bao-cao/thang/2026-02-01'
const AFFAIRS = 'noivu@langson.example'

test.beforeAll(async ({ served }) => {
  const { store, clock } = served.city
  const passwordHash = await hashPassword(STAFF.password)
  const member = { email: AFFAIRS, name: 'Hoàng Thị Mai', role: 'home_affairs', officeId: null } as const
  await store.write(async (tx) => {
    await addStaff(tx, clock, { ...member, passwordHash })
    await rate(tx, { office: OFFICES.wardA, day: '2026-02-10' }, [...times(80, 5), ...times(9, 2)])
    await returnDossiers(tx, { office: OFFICES.wardA, day: '2026-02-10', onTime: 99, late: 1 })
  })
})

async function signInAs(page: Page, email: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto('/van-phong')
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(STAFF.password)
  await page.locator('main button[type=submit]').click()
  await page.waitForURL('**/van-phong**')
}

test('reports are accessible in three languages, narrow and wide, and stay inside', async ({ page }) => {
  test.setTimeout(180_000)
  await signIn(page)
  for (const path of ['/van-phong/bao-cao', FEBRUARY, `${FEBRUARY}?don-vi=${OFFICES.wardA}`])
    for (const lang of LANGUAGES)
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 740 })
        await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
        await expectAccessible(page)
        expect([path, lang, width, await widthOver(page)]).toEqual([path, lang, width, 0])
      }
  await page.goto(`${FEBRUARY}?lang=vi`)
  await page.getByRole('button', { name: 'Tải báo cáo Word (.docx)' }).click()
  await page.getByRole('link', { name: /Tải tệp Word/ }).waitFor({ timeout: 60_000 })
  await expectAccessible(page)
})

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false })

  test('a month is written, proposed, signed by the other office, and asked to be reopened', async ({
    page,
  }) => {
    await signInAs(page, STAFF.email)
    await page.goto('/van-phong/bao-cao?lang=vi')
    await page.getByRole('link', { name: 'Tháng 02/2026', exact: true }).click()
    await expect(page).toHaveURL(new RegExp(`${FEBRUARY}$`))
    await expect(page.locator('main')).toContainText('Số liệu tạm tính, chưa chốt.')
    await expect(page.locator('main')).toContainText('89,9% hài lòng')

    await page.getByLabel('Ưu điểm').fill('Trả kết quả đúng hẹn.')
    await page.getByRole('button', { name: 'Lưu phần viết' }).click()
    await expect(page.getByRole('status')).toHaveText('Đã lưu nội dung báo cáo.')
    await expect(page.getByLabel('Ưu điểm')).toHaveValue('Trả kết quả đúng hẹn.')
    await page.getByLabel('Hạn chế').fill('ế'.repeat(4_001))
    await page.getByRole('button', { name: 'Lưu phần viết' }).click()
    await expect(page.getByRole('alert')).toContainText('nhiều nhất 4.000 ký tự')
    await expect(page.getByLabel('Hạn chế')).toHaveValue('ế'.repeat(4_001))

    await page.goto(FEBRUARY)
    await page.getByRole('button', { name: 'Ký và đề nghị chốt' }).click()
    await expect(page.getByRole('status')).toHaveText('Đã ký và gửi Phòng Nội vụ.')
    await expect(page.locator('main')).toContainText('Đang chờ chữ ký của Phòng Nội vụ')
    await expect(page.getByRole('button', { name: 'Ký xác nhận, chốt số liệu' })).toHaveCount(0)

    await signInAs(page, AFFAIRS)
    await page.goto(FEBRUARY)
    await expect(page.getByRole('button', { name: 'Lưu phần viết' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Ký xác nhận, chốt số liệu' }).click()
    await expect(page.getByRole('status')).toHaveText('Đã chốt số liệu.')
    await expect(page.locator('main')).toContainText(/SHA-256 của số liệu đã chốt: [0-9a-f]{64}/)
    await expect(page.locator('main')).not.toContainText('tạm tính')

    await signInAs(page, STAFF.email)
    await page.goto(FEBRUARY)
    await page.getByRole('button', { name: 'Đề nghị mở lại' }).click()
    await expect(page.getByRole('alert')).toContainText('Xin ghi lý do mở lại')
    await page.getByLabel('Lý do mở lại').fill('Thiếu hồ sơ liên thông')
    await page.getByRole('button', { name: 'Đề nghị mở lại' }).click()
    await expect(page.locator('main')).toContainText('Nông Thị Hoa đề nghị mở lại: Thiếu hồ sơ liên thông')
  })

  test('the Word document and the tables leave as files', async ({ page }) => {
    await signInAs(page, STAFF.email)
    await page.goto(FEBRUARY)
    await page.getByRole('button', { name: 'Tải báo cáo Word (.docx)' }).click()
    await expect(page).toHaveURL(/\/van-phong\/bao-cao\/lan\//)
    const ready = page.getByRole('link', { name: /Tải tệp Word/ })
    await ready.waitFor({ timeout: 60_000 })
    const [download] = await Promise.all([page.waitForEvent('download'), ready.click()])
    expect(download.suggestedFilename()).toBe('bao-cao-month-2026-02-01.docx')
    await page.goto(FEBRUARY)
    await page.getByRole('button', { name: 'Tải các bảng (.xlsx)' }).click()
    await page.getByRole('link', { name: /Tải tệp Excel/ }).waitFor({ timeout: 60_000 })
    const run = page.url()
    await signInAs(page, AFFAIRS)
    expect((await page.request.get(run)).status()).toBe(404)
    const csv = await page.request.get(`${FEBRUARY}.csv?bang=don-vi`)
    expect(await csv.text()).toContain('Phường Đông Kinh;100;99;0,990000;89;80;')
    expect((await page.request.get(`${FEBRUARY}.csv?bang=none`)).status()).toBe(404)
    expect((await page.request.get('/van-phong/bao-cao/thang/2026-02-02')).status()).toBe(404)
    expect((await page.request.get('/van-phong/bao-cao/thang/2026-04-01')).status()).toBe(404)
  })
})
