import { addStaff } from '#app/auth/add-staff.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import { updateDevice } from '#db/queries/kiosk-devices.ts'
import { aTablet } from '#tests/app/kiosk/kiosk-world.ts'
import type { RunningCity } from '#tests/world/running-city.ts'
import { COUNTERS } from '#tests/world/small-city.ts'
import { expect, test } from './city.ts'
import { expectAccessible, widthOver } from './laid-out.ts'

const ADMINISTRATOR = { email: 'quantri@langson.example', password: 'Chùa Tam Thanh 1777' }

/** A tablet in order, one with every kind of trouble, one revoked. */
async function threeTablets({ city }: RunningCity): Promise<void> {
  const { store } = city
  const passwordHash = await hashPassword(ADMINISTRATOR.password)
  const member = { email: ADMINISTRATOR.email, name: 'Lương Văn Thắng', passwordHash, officeId: null }
  await store.write((tx) => addStaff(tx, city.clock, { ...member, role: 'administrator' }))
  const [good, bad, gone] = [
    await aTablet(city),
    await aTablet(city, COUNTERS.wardB),
    await aTablet(city, COUNTERS.oneStop),
  ]
  await bad.results([bad.rate()])
  const [, , late] = [bad.lose(), bad.lose(), bad.rate()]
  await bad.results([late])
  const now = city.clock.now().toISOString()
  await store.write(async (tx) => {
    await tx.updateTable('kiosk_gaps').set({ reported_at: now }).execute()
    await updateDevice(tx, good.device, { battery_percent: 80, charging: 1, clock_measured_at: now })
    const trouble = { storage: 'broken', ring: 3, trouble_at: now, silent_since: now } as const
    const told = { clock_measured_at: now, clock_offset_s: -4000, clock_flags: 2, waiting: 1204, refused: 1 }
    await updateDevice(tx, bad.device, { ...trouble, ...told, conflicts: 1, chain_breaks: 1 })
    await updateDevice(tx, gone.device, { status: 'revoked', revoked_at: now, name: 'Máy cũ' })
  })
}

test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.use({ javaScriptEnabled: true })

test('the registry and the sheet are readable at every width, and every form works', async ({
  page,
  served,
}) => {
  await threeTablets(served)
  await page.goto('/quan-tri/kiosk')
  await page.locator('input[name=email]').fill(ADMINISTRATOR.email)
  await page.locator('input[name=password]').fill(ADMINISTRATOR.password)
  await page.locator('main button[type=submit]').click()
  await page.waitForURL('**/quan-tri/kiosk')
  for (const path of ['/quan-tri/kiosk', '/quan-tri/kiosk/huong-dan']) {
    for (const [lang, width] of [
      ['en', 360],
      ['zh', 1280],
      ['vi', 1280],
      ['vi', 360],
    ] as const) {
      await page.setViewportSize({ width, height: 740 })
      await page.goto(`${path}?lang=${lang}`)
      await expectAccessible(page)
      expect([path, lang, width, await widthOver(page)]).toEqual([path, lang, width, 0])
    }
  }
  await page.goto('/quan-tri/kiosk')
  const bad = page.locator('.devices tbody tr').nth(1)
  await expect(bad).toContainText('số 2–3')
  await expect(bad).toContainText('3 lượt nằm trong vòng dự phòng')
  await expect(bad).toContainText('nhanh 67 phút')
  await expect(page.locator('.devices tbody tr').nth(2)).toContainText('Đã thu hồi')

  await page.locator('button.main').click()
  await expect(page.locator('.pairing-code .code')).toHaveText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  await expectAccessible(page)
  await page.goto('/quan-tri/kiosk')
  const forms = page.locator('.device-forms').first()
  await forms.locator('summary').click()
  await forms.locator('input[name=name]').fill(' ')
  await forms.locator('button').first().click()
  await expect(page.locator('.error-summary')).toContainText('từ 1 đến 40 ký tự')
  await expectAccessible(page)
  await page.locator('#rename-name').fill('Máy cửa chính')
  await page.locator('.device-forms[open] button').first().click()
  await expect(page.locator('.done')).toHaveText('Đã đổi tên máy tính bảng.')
  await page.locator('.device-forms summary', { hasText: 'Máy cửa chính' }).click()
  await page.locator('.device-forms[open] button').last().click()
  await expect(page.locator('.done')).toHaveText('Đã thu hồi máy tính bảng.')
  await expect(page.locator('.devices tbody tr', { hasText: 'Máy cửa chính' })).toContainText('Đã thu hồi')
})

test('the sheet fits one page of paper in each language', async ({ page }) => {
  await page.goto('/dang-nhap?next=%2Fquan-tri%2Fkiosk%2Fhuong-dan')
  await page.locator('input[name=email]').fill(ADMINISTRATOR.email)
  await page.locator('input[name=password]').fill(ADMINISTRATOR.password)
  await page.locator('main button[type=submit]').click()
  await page.waitForURL('**/huong-dan')
  for (const lang of ['vi', 'en', 'zh']) {
    await page.goto(`/quan-tri/kiosk/huong-dan?lang=${lang}`)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length
    expect([lang, pages]).toEqual([lang, 1])
  }
})
