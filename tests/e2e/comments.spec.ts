import { addStaff } from '#app/auth/add-staff.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { type Written, write } from '#tests/app/comments/commented-city.ts'
import { OFFICES, STANDING_CODES } from '#tests/world/small-city.ts'
import { expect, STAFF, signIn, test } from './city.ts'
import { expectAccessible, landing, widthOver } from './laid-out.ts'

// What may be shown of a level depends on every rating of the city.
test.use({ world: 'comments' })

const MARCH = '/van-phong/y-kien?from=2026-03-01&to=2026-03-31'

const written = (): Written[] => [
  ...Array.from({ length: 45 }, (_, at): Written => {
    const more = at % 3 === 0 ? { level: 5 as const, comment: `Rất tốt, lần ${at}` } : {}
    return { office: OFFICES.wardA, level: 2, comment: `Chờ lâu, lần ${at}`, ...more }
  }),
  ...Array.from(
    { length: 10 },
    (): Written => ({
      ...{ office: OFFICES.wardA, level: 2, reasons: ['attitude'] },
      comment: 'Thái độ khó chịu, gọi lại cho tôi 0912 345 678',
    }),
  ),
  ...Array.from({ length: 6 }, (): Written => ({ office: OFFICES.wardB, level: 5, comment: 'Ghế mới' })),
]

/** Written once for each server. */
test.beforeEach(async ({ served }) => {
  const one = await served.city.store.read.selectFrom('comments').select('mark').limit(1).execute()
  if (one.length === 0) await write(served.city, written())
})

test.describe('comments at a desk, with scripts off', () => {
  test.use({ javaScriptEnabled: false })

  test('searched without marks, filters kept in the address, masked, paged', async ({ page }) => {
    await signIn(page)
    await page.goto(MARCH)
    await expect(page.locator('.comment')).toHaveCount(40)
    await expect(page.locator('main')).not.toContainText('Ghế mới')
    await expect(page.locator('main')).toContainText('Đơn vị có dưới 8 ý kiến trong kỳ thì không hiện lời.')
    await page.getByRole('link', { name: 'Các ý kiến cũ hơn' }).click()
    await expect(page.locator('.comment')).toHaveCount(15)

    await page.goto(MARCH)
    await page.getByLabel('Từ cần tìm').fill('thai do')
    await page.getByLabel('Mức đánh giá').selectOption('2')
    await page.getByRole('button', { name: 'Xem', exact: true }).click()
    await expect(page.locator('.comment')).toHaveCount(10)
    await expect(page.locator('.comment').first()).toContainText('[số điện thoại đã che]')
    await expect(page.locator('.comment').first()).toContainText('Không hài lòng, mức 2 trên 5')
    await expect(page.locator('main')).not.toContainText('345')
    await expect(page).toHaveURL(/level=2&.*q=thai\+do/)

    await page.getByRole('link', { name: 'English' }).click()
    await expect(page.getByLabel('Words to look for')).toHaveValue('thai do')
    await expect(page.getByLabel('Rating')).toHaveValue('2')
    await expect(page.locator('.comment')).toHaveCount(10)
    await page.getByRole('link', { name: 'Tiếng Việt' }).click()

    const row = page.getByRole('row').filter({ hasText: 'Thời gian chờ, hẹn trả' })
    await expect(row.first()).toContainText('30')
    await page.goto(`${MARCH}&reason=attitude`)
    await expect(page.locator('.comment')).toHaveCount(10)
    await page.getByRole('link', { name: 'Thời gian chờ, hẹn trả' }).first().click()
    await expect(page).toHaveURL(/reason=attitude&theme=waiting/)
    await expect(page.locator('main')).toContainText('Không có ý kiến nào phù hợp.')
    await page.getByRole('link', { name: 'Bỏ các điều kiện' }).click()
    await expect(page.locator('.comment')).toHaveCount(40)

    const file = await page.request.get('/van-phong/y-kien.csv?from=2026-03-01&to=2026-03-31&q=thai+do')
    const text = await file.text()
    expect(text.split('\r\n').filter((line) => line.includes('[số điện thoại đã che]'))).toHaveLength(10)
    expect(text).not.toContain('345')
  })

  test('a comment written on a phone is found at the desk, and gone when it is taken back', async ({
    page,
    served,
  }) => {
    await page.goto(`/r/${STANDING_CODES.wardA}`)
    await page.getByRole('button', { name: 'mức 1 trên 5' }).click()
    await page.waitForURL('**/b/*')
    const receipt = page.url()
    await page.locator('#comment-text').fill('Nghe nói chó sói ở quầy')
    await landing(page, () => page.locator('#comment').getByRole('button').click())
    await signIn(page)
    await page.goto(`${MARCH}&q=cho+soi`)
    // A level that few gave in the period is not told; the words are.
    await expect(page.locator('.comment')).toHaveCount(1)
    await page.goto(receipt)
    await page.locator('#comment-text').fill('')
    await landing(page, () => page.locator('#comment').getByRole('button').click())
    await page.goto(`${MARCH}&q=cho+soi`)
    await expect(page.locator('.comment')).toHaveCount(0)
    const kept = await served.city.store.read.selectFrom('comments').selectAll().execute()
    expect(kept.filter(({ folded }) => folded.includes('cho soi'))).toEqual([])
  })

  test('a theme is added by its keywords and shows in what was written before', async ({ page }) => {
    await signIn(page)
    await page.goto(MARCH)
    await page.getByRole('link', { name: 'Sửa chủ đề và từ khóa' }).click()
    const form = page.getByRole('form', { name: 'Thêm chủ đề' })
    await form.getByLabel('Tên (Việt)').fill('Gọi lại')
    await form.getByRole('button', { name: 'Lưu chủ đề' }).click()
    await expect(page.getByRole('alert')).toContainText('Xin nhập tên bằng cả ba thứ tiếng')
    await expect(form.getByLabel('Tên (Việt)')).toHaveValue('Gọi lại')
    await form.getByLabel('Tên (Anh)').fill('Call back')
    await form.getByLabel('Tên (Trung)').fill('回电')
    await form.getByLabel('Từ khóa').fill('gọi lại, gọi điện')
    await form.getByRole('button', { name: 'Lưu chủ đề' }).click()
    await expect(page.getByRole('status')).toContainText('Đã lưu.')
    await expect(async () => {
      await page.goto(`${MARCH}&theme=goi-lai`)
      await expect(page.locator('.comment')).toHaveCount(10, { timeout: 500 })
    }).toPass()
  })
})

test('others than Văn phòng see figures and no words', async ({ page, served }) => {
  const { store, clock } = served.city
  const passwordHash = await hashPassword(STAFF.password)
  const member = { email: 'noivu@langson.example', name: 'Hoàng Thị Minh', officeId: null }
  await store.write((tx) => addStaff(tx, clock, { ...member, role: 'home_affairs', passwordHash }))
  await page.goto(MARCH)
  await page.locator('input[name=email]').fill(member.email)
  await page.locator('input[name=password]').fill(STAFF.password)
  await page.locator('main button[type=submit]').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ý kiến của người dân')
  await expect(page.locator('.comment')).toHaveCount(0)
  await expect(page.locator('main')).toContainText('Trang này chỉ hiện số liệu')
  await expect(page.locator('main')).not.toContainText('Chờ lâu, lần')
  expect((await page.request.get('/van-phong/y-kien.csv')).status()).toBe(404)
  expect((await page.request.get('/van-phong/y-kien/chu-de.csv')).status()).toBe(200)
  await expectAccessible(page)
})

for (const lang of LANGUAGES) {
  test(`comments in ${lang}: accessible at 360 and 1280 px, nothing runs out sideways`, async ({ page }) => {
    await signIn(page)
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      for (const path of [MARCH, `${MARCH}&q=khong+co`, '/van-phong/y-kien/chu-de?']) {
        await page.goto(`${path}&lang=${lang}`)
        for (const details of await page.locator('main details').all())
          await details.evaluate((element) => element.setAttribute('open', ''))
        await expectAccessible(page)
        expect(await widthOver(page)).toBe(0)
      }
    }
  })
}
