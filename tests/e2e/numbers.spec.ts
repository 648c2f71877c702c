import { addStaff } from '#app/auth/add-staff.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import { OFFICES } from '#tests/world/small-city.ts'
import { rate, returnDossiers, times } from '../app/reports/rated-city.ts'
import { expect, STAFF, signIn, test } from './city.ts'
import { expectAccessible, widthOver } from './laid-out.ts'

/** A month that no other test of this city looks at. */
const JUNE = 'from=2024-06-01&to=2024-06-30'
const AUDITOR = 'giamsat@langson.example'

test.beforeEach(async ({ served }) => {
  const { store, clock } = served.city
  const [counted] = await store.read
    .selectFrom('level_counts')
    .select('day')
    .where('day', '=', '2024-06-10')
    .execute()
  if (counted) return
  const passwordHash = await hashPassword(STAFF.password)
  await store.write(async (tx) => {
    await addStaff(tx, clock, {
      email: AUDITOR,
      name: 'Vi Văn Hùng',
      role: 'auditor',
      officeId: null,
      passwordHash,
    })
    await rate(tx, { office: OFFICES.wardA, day: '2024-06-10' }, [...times(80, 5), ...times(20, 2)])
    await rate(tx, { office: OFFICES.wardA, day: '2024-06-11', trust: 'kiosk' }, times(60, 5))
    await returnDossiers(tx, { office: OFFICES.wardA, day: '2024-06-10', onTime: 9, late: 1 })
  })
})

for (const lang of ['vi', 'en', 'zh']) {
  test(`the three numbers in ${lang}: accessible at 360 and 1280 px, folded and open`, async ({ page }) => {
    await signIn(page)
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      for (const search of [JUNE, 'from=2024-06-03&to=2024-06-20']) {
        await page.goto(`/van-phong/chi-so?${search}&lang=${lang}`)
        for (const each of await page.locator('main details').all())
          await each.evaluate((d) => d.setAttribute('open', ''))
        await expectAccessible(page)
        expect([search, await widthOver(page)]).toEqual([search, 0])
      }
    }
  })
}

test('each number stands by its own name with how it is counted', async ({ page }) => {
  await signIn(page)
  await page.goto(`/van-phong/chi-so?${JUNE}`)
  await expect(page.locator('section[aria-labelledby=share] .big-number')).toContainText('87,5%')
  await expect(page.locator('details.counted')).toHaveCount(3)
  await expect(page.locator('section[aria-labelledby=score-766]')).toContainText('tính 6 điểm')
  await expect(page.locator('.on-time-twice dt')).toHaveText([/kế hoạch/, /766/])
})

test('an auditor makes a file of single ratings, sees how far it is and takes it', async ({ page }) => {
  await page.goto('/van-phong/tung-luot')
  await page.locator('input[name=email]').fill(AUDITOR)
  await page.locator('input[name=password]').fill(STAFF.password)
  await page.locator('main button[type=submit]').click()
  await page.waitForURL('**/van-phong/tung-luot**')
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(`/van-phong/tung-luot?${JUNE}`)
    await expectAccessible(page)
  }
  await page.locator('main form[method=post] button').click()
  await page.waitForURL('**/van-phong/tung-luot/lan/*')
  const link = page.getByRole('link', { name: /Tải tệp CSV/ })
  await expect(link).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page)
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('tung-luot-2024-06-01_2024-06-30.csv')
  expect(await download.failure()).toBeNull()
})
