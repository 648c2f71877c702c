import { tellStaff } from '#app/notices/tell-staff.server.ts'
import { findStaffByEmail } from '#db/queries/staff.ts'
import { expect, STAFF, signIn, test } from './city.ts'
import { expectAccessible, widthOver } from './laid-out.ts'

for (const width of [360, 1280])
  test(`notices are read one by one and all at once, ${width} px wide`, async ({ page, served }) => {
    const { store, clock } = served.city
    const { id = '' } = (await findStaffByEmail(store.read, STAFF.email)) ?? {}
    await store.write(async (tx) => {
      for (const event of ['case.received', 'case.overdue', 'case.reopened']) {
        const happening = { event, subject: { kind: 'feedback_case', id: 'x' }, occasion: String(width) }
        await tellStaff(tx, clock, [id], happening)
      }
    })
    await page.setViewportSize({ width, height: 800 })
    await signIn(page)
    await page.goto('/van-phong/thong-bao')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thông báo')
    await expect(page.getByRole('link', { name: 'Phản ánh đã quá hạn trả lời' })).toBeVisible()
    expect(await widthOver(page)).toBe(0)
    await expectAccessible(page)
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/notices-${width}.png` })
    await page.getByRole('button', { name: 'Đánh dấu đã đọc Phản ánh đã quá hạn trả lời' }).click()
    await expect(page.getByRole('link', { name: 'Phản ánh đã quá hạn trả lời' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Đánh dấu tất cả là đã đọc' }).click()
    await expect(page.getByText('Ông/Bà đã đọc hết thông báo.')).toBeVisible()
    await page.getByRole('link', { name: 'Tất cả' }).click()
    await expect(page.getByRole('link', { name: 'Phản ánh đã quá hạn trả lời' }).first()).toBeVisible()
    await expectAccessible(page)
  })
