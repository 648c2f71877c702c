import type { Page } from '@playwright/test'
import { addStaff } from '#app/auth/add-staff.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import type { Role } from '#db/schema.ts'
import { serve } from '#tests/world/running-city.ts'
import { OFFICES, STANDING_CODES } from '#tests/world/small-city.ts'
import { expect, openMenu, STAFF, signIn, test } from './city.ts'
import { boxOf, expectAccessible, laidOut, landing, widthOver } from './laid-out.ts'

const LANGUAGES = ['vi', 'en', 'zh'] as const

/** One city a file: what one test publishes another would meet. */
test.describe.configure({ mode: 'serial' })
test.use({ world: 'surveys' })

async function signInAs(page: Page, email: string, next: string): Promise<void> {
  await page.goto(next)
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(STAFF.password)
  await page.locator('main button[type=submit]').first().click()
  await page.waitForURL(`**${next}**`)
}

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false })

  test('a draft is made, arranged, translated, previewed and published; a citizen meets it on its day', async ({
    page,
    served,
  }) => {
    await signIn(page)
    await page.goto('/van-phong')
    await openMenu(page)
    await page.getByRole('link', { name: 'Quản trị' }).click()
    await page.getByRole('link', { name: 'Phiếu khảo sát' }).click()
    await page.locator('#short').getByRole('button', { name: 'Lập bản thảo từ phiên bản 1' }).click()
    await expect(page).toHaveURL(/\/quan-tri\/phieu\/short-2$/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('phiên bản 2')

    await page.locator('[id="text.reasons.vi"]').fill('Vì sao Ông/Bà chọn mức này?')
    await page.locator('[id="text.reasons.en"]').fill('')
    await page.getByRole('button', { name: 'Thêm lựa chọn: câu 1' }).click()
    await expect(page.locator('[id="text.reasons.vi"]')).toHaveValue('Vì sao Ông/Bà chọn mức này?')
    await expect(page.locator('.wanting')).toHaveCount(4)
    await page.getByRole('button', { name: 'Lên: lựa chọn 2, câu 1' }).click()
    await expect(page.locator('.option textarea').first()).toHaveValue('Thái độ của cán bộ')

    await page.getByRole('button', { name: 'Lưu và cho dùng' }).click()
    await expect(page.getByRole('alert')).toContainText('Chưa cho dùng được; bản thảo đã lưu')
    await page.getByRole('alert').getByRole('link', { name: 'Câu 1: thiếu English', exact: true }).click()
    await expect(page.locator('[id="text.reasons.en"]')).toBeFocused()

    await page.locator('[id="text.reasons.en"]').fill('Why did you choose this?')
    const added = page.locator('.option').nth(8).locator('textarea')
    await added.nth(0).fill('Dịch vụ trực tuyến')
    await added.nth(1).fill('Online service')
    await added.nth(2).fill('网上服务')
    await page.getByRole('button', { name: 'Lưu và xem trước · English' }).click()
    await expect(page).toHaveURL(/preview=en#preview$/)
    const phone = page.locator('.phone')
    await expect(phone.getByText('Why did you choose this?')).toBeVisible()
    await expect(phone.getByLabel('Online service')).toBeDisabled()
    await page.setViewportSize({ width: 1280, height: 800 })
    expect((await boxOf(phone)).width).toBe(362)
    await page.setViewportSize({ width: 360, height: 640 })
    await expect(page.getByText('Đã đủ để cho dùng.')).toBeVisible()

    await page.locator('#from').fill('2026-03-16')
    await page.getByRole('button', { name: 'Lưu và cho dùng' }).click()
    await expect(page.getByRole('alert')).toContainText('Xin chọn từ ngày mai trở đi')
    await page.locator('#from').fill('2026-03-18')
    await page.getByRole('button', { name: 'Lưu và cho dùng' }).click()
    await expect(page.getByRole('status')).toContainText('Đã cho dùng.')
    await expect(page.locator('main')).toContainText('Sắp dùng')

    for (const [day, question] of [
      ['2026-03-17', 'Điều gì khiến Ông/Bà chọn mức này?'],
      ['2026-03-18', 'Vì sao Ông/Bà chọn mức này?'],
    ]) {
      const later = await serve(served.city.address, {
        NOW: `${day}T02:00:00.000Z`,
      })
      await page.goto(`${later.address}/r/${STANDING_CODES.oneStop}`)
      await page.getByRole('button', { name: 'mức 4 trên 5' }).click()
      await expect(page.locator('legend').first()).toHaveText(question ?? '')
      await later.stop()
    }
    const lines = await served.city.store.read.selectFrom('audit_trail').select('action').execute()
    // Other pages' tests may have used this city before.
    const ours = lines.map(({ action }) => action).filter((action) => action.startsWith('survey.'))
    expect(new Set(ours)).toEqual(new Set(['survey.draft', 'survey.save', 'survey.publish']))
  })

  test('what was published is only read; a form sent to it all the same gets 409', async ({ page }) => {
    await signIn(page)
    await page.goto('/quan-tri/phieu/short-1')
    await expect(page.locator('main')).toContainText('nên không sửa được nữa')
    await expect(page.locator('#questions textarea')).toHaveCount(0)
    const form = { revision: '0', do: 'save', 'text.reasons.vi': 'Khác' }
    for (const done of ['save', 'publish', 'discard', 'withdraw']) {
      const answer = await page.request.post('/quan-tri/phieu/short-1', {
        form: { ...form, do: done },
      })
      expect(answer.status()).toBe(409)
    }
    expect((await page.request.get('/quan-tri/phieu/short-9')).status()).toBe(404)
  })

  test('two who write one draft: the second is told, keeps what was typed, and may save over', async ({
    page,
    context,
  }) => {
    await signIn(page)
    await page.goto('/quan-tri/phieu')
    await landing(page, () => page.locator('#nd61').getByRole('button').click())
    const other = await context.newPage()
    await other.goto('/quan-tri/phieu/nd61-2')
    await other.locator('[id="text.i1.en"]').fill('Theirs')
    await other.getByRole('button', { name: 'Lưu bản thảo' }).first().click()
    await expect(other.getByRole('status')).toContainText('Đã lưu bản thảo.')
    await page.locator('[id="text.i1.en"]').fill('Mine')
    await page.getByRole('button', { name: 'Lưu bản thảo' }).first().click()
    await expect(page.getByRole('alert')).toContainText('Có người vừa lưu bản thảo này')
    await expect(page.locator('[id="text.i1.en"]')).toHaveValue('Mine')
    await page.getByRole('button', { name: 'Lưu bản thảo' }).first().click()
    await expect(page.getByRole('status')).toContainText('Đã lưu bản thảo.')
    await other.reload()
    await expect(other.locator('[id="text.i1.en"]')).toHaveValue('Mine')
  })

  test('a session that ended while typing loses nothing', async ({ page, context }) => {
    await signIn(page)
    await page.goto('/quan-tri/phieu/nd61-2')
    await page.locator('[id="text.i2.en"]').fill('Written "long" <b>after</b> the coffee')
    await context.clearCookies()
    await page.getByRole('button', { name: 'Lưu bản thảo' }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('lời vừa nhập vẫn còn')
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: 'Đăng nhập ở thẻ mới' }).click(),
    ])
    await tab.locator('input[name=email]').fill(STAFF.email)
    await tab.locator('input[name=password]').fill(STAFF.password)
    await tab.locator('main button[type=submit]').first().click()
    await tab.waitForURL('**/van-phong**')
    await page.getByRole('button', { name: 'Gửi lại' }).click()
    await expect(page.locator('[id="text.i2.en"]')).toHaveValue('Written "long" <b>after</b> the coffee')
    await page.getByText('Bỏ bản thảo').first().click()
    await page.getByRole('button', { name: 'Bỏ hẳn bản thảo' }).click()
    await expect(page).toHaveURL(/\/quan-tri\/phieu$/)
  })

  test('an office asks the 22 criteria from a day on: five factors, one save each', async ({
    page,
    served,
  }) => {
    await signIn(page)
    await page.goto('/quan-tri/phieu')
    await page.getByLabel('Cơ quan, đơn vị').selectOption(OFFICES.wardA)
    await page.getByLabel('Phiếu', { exact: true }).selectOption('sipas22')
    await page.getByLabel('Từ ngày').fill('2026-03-16')
    await page.getByRole('button', { name: 'Cho áp dụng' }).click()
    await expect(page.getByRole('alert')).toContainText('Xin chọn từ ngày mai trở đi')
    await expect(page.getByLabel('Cơ quan, đơn vị')).toHaveValue(OFFICES.wardA)
    await page.getByLabel('Từ ngày').fill('2026-03-20')
    await page.getByRole('button', { name: 'Cho áp dụng' }).click()
    await expect(page.locator('#use')).toContainText('từ 20/03/2026')

    const later = await serve(served.city.address, {
      NOW: '2026-03-20T02:00:00.000Z',
    })
    await page.setViewportSize({ width: 360, height: 640 })
    await page.goto(`${later.address}/r/${STANDING_CODES.wardA}`)
    await page.getByRole('button', { name: 'mức 5 trên 5' }).click()
    const factors = page.locator('details.card')
    await expect(factors).toHaveCount(5)
    await expect(factors.first()).toContainText('Tiếp cận dịch vụ đã trả lời 0/4 câu')
    await page.getByRole('group', { name: 'Nơi ngồi chờ có đủ chỗ ngồi' }).getByLabel('Bình thường').check()
    await factors.first().getByRole('button', { name: 'Lưu câu trả lời' }).click()
    await expect(page).toHaveURL(/group=f-access#f-access$/)
    await expect(page.locator('#f-access').getByRole('status')).toBeVisible()
    await expect(factors.first()).toContainText('đã trả lời 1/4 câu')
    await expect(factors.nth(1)).toHaveAttribute('open', '')
    expect(await widthOver(page)).toBe(0)
    const counted = await served.city.store.read
      .selectFrom('monthly_answer_counts')
      .select(['identity', 'option', 'n'])
      .where('identity', 'like', 'sipas.%')
      .orderBy('option')
      .execute()
    expect(counted).toEqual([
      { identity: 'sipas.1', option: '', n: 1 },
      { identity: 'sipas.1', option: '3', n: 1 },
    ])
    await later.stop()
  })
})

test.describe('Nghị định 61, with scripts off', () => {
  test.use({ javaScriptEnabled: false })

  test('Phòng Nội vụ enters 5, 8 and 9 and only then sees sum and band; an administrator reads', async ({
    page,
    served,
  }) => {
    const { store, clock } = served.city
    const passwordHash = await hashPassword(STAFF.password)
    for (const role of ['home_affairs', 'administrator'] satisfies Role[]) {
      const member = {
        email: `${role}@langson.example`,
        name: role,
        role,
        officeId: null,
        passwordHash,
      }
      await store.write((tx) => addStaff(tx, clock, member))
    }
    await store.write(async (tx) => {
      for (const n of [1, 2, 3, 4, 6, 7]) {
        await tx
          .insertInto('monthly_answer_counts')
          .values({
            ...{
              month: '2026-02',
              office_id: OFFICES.wardB,
              stage: 'unstated',
              trust: 'open',
            },
            ...{ identity: `nd61.${n}`, option: '2', n: 9 },
          })
          .execute()
      }
    })
    const place = '/quan-tri/chi-so-nd61?from=2026-02-01&to=2026-02-28'
    await signInAs(page, 'home_affairs@langson.example', place)
    const row = page.getByRole('row').filter({ hasText: 'Phường Vĩnh Trại' })
    await expect(row).toContainText('2,00')
    await expect(row).toContainText('chưa đủ')
    await row.getByRole('link').click()
    await page.getByLabel('Điểm, chỉ số 5').fill('3')
    await page.getByLabel('Căn cứ, chỉ số 5').fill('Biên bản kiểm tra')
    await page.getByRole('button', { name: 'Lưu điểm' }).click()
    await expect(page.getByRole('alert')).toContainText('Chỉ số 5: xin nhập 0, 1 hoặc 2')
    await expect(page.getByLabel('Căn cứ, chỉ số 5')).toHaveValue('Biên bản kiểm tra')
    for (const n of [5, 8, 9]) {
      await page.getByLabel(`Điểm, chỉ số ${n}`).fill('1')
      await page.getByLabel(`Căn cứ, chỉ số ${n}`).fill('Biên bản kiểm tra')
    }
    await page.getByRole('button', { name: 'Lưu điểm' }).click()
    await expect(page.getByRole('status')).toContainText('Đã lưu điểm.')
    await expect(row).toContainText('15,00')
    await expect(row).toContainText('Xuất sắc')
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await signInAs(page, 'administrator@langson.example', place)
    await row.getByRole('link').click()
    await expect(page.locator('#scores')).toContainText('Biên bản kiểm tra')
    await expect(page.locator('#scores').getByRole('button')).toHaveCount(0)
    const form = { office: OFFICES.wardB, points5: '0', note5: 'x' }
    expect((await page.request.post(place, { form })).status()).toBe(403)
  })
})

for (const lang of LANGUAGES) {
  test(`the survey pages in ${lang}: accessible at 360 and 1280 px, nothing runs out sideways`, async ({
    page,
    served,
  }) => {
    await signIn(page)
    await page.goto('/quan-tri/phieu')
    const make = page.locator('#sipas22 form button')
    if ((await make.count()) > 0) await landing(page, () => make.click())
    const asked = await served.city.store.read.selectFrom('survey_versions').select('id').execute()
    expect(asked.map(({ id }) => id)).toContain('sipas22-2')
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      for (const path of ['/quan-tri/phieu', '/quan-tri/phieu/sipas22-2', '/quan-tri/phieu/nd61-1']) {
        await page.goto(`${path}?lang=${lang}&preview=${lang}`)
        await expectAccessible(page)
        expect(await widthOver(page)).toBe(0)
      }
    }
  })
}

test('22 criteria, a form kept after its session, points to enter: accessible at 360 and 1280 px', async ({
  page,
  context,
  served,
}) => {
  const { store, clock } = served.city
  const member = { email: 'noivu@langson.example', name: 'Hoàng Thị Minh', officeId: null }
  const passwordHash = await hashPassword(STAFF.password)
  await store.write(async (tx) => {
    await addStaff(tx, clock, { ...member, role: 'home_affairs', passwordHash })
    const use = { id: 'e2e', office_id: OFFICES.oneStop, survey: 'sipas22' }
    await tx
      .insertInto('survey_uses')
      .values({ ...use, valid_from: '2026-01-01', valid_to: '9999-12-31' })
      .execute()
  })
  await page.goto(`/r/${STANDING_CODES.oneStop}`)
  await page.getByRole('button', { name: 'mức 2 trên 5' }).click()
  await page.waitForURL('**/b/*')
  const receipt = page.url()
  await signInAs(page, member.email, '/quan-tri/chi-so-nd61')
  const indicators = `/quan-tri/chi-so-nd61?from=2026-02-01&to=2026-02-28&office=${OFFICES.wardB}`
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    for (const path of [receipt, indicators]) {
      await page.goto(path)
      await expectAccessible(page)
      expect(await widthOver(page)).toBe(0)
    }
  }
  await page.getByLabel('Điểm, chỉ số 5').fill('9')
  await page.getByRole('button', { name: 'Lưu điểm' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectAccessible(page)
  await context.clearCookies()
  await signIn(page)
  await page.goto('/quan-tri/phieu/sipas22-2')
  await context.clearCookies()
  await page.getByRole('button', { name: 'Lưu bản thảo' }).first().click()
  await expect(page.getByRole('button', { name: 'Gửi lại' })).toBeVisible()
  await expectAccessible(page)
})

test('a draft is arranged by keyboard, and lands where it went on', async ({ page }) => {
  await signIn(page)
  await page.goto('/quan-tri/phieu/sipas22-2')
  const down = page.getByRole('button', { name: 'Xuống: câu 1', exact: true })
  await laidOut(page)
  await down.focus()
  expect(await down.evaluate((button) => getComputedStyle(button).outlineStyle)).not.toBe('none')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#q-c1$/)
  await expect(page.locator('[id="text.c1.vi"]')).toBeInViewport()
  await expect(page.locator('.draft-question textarea').first()).toHaveValue('Trang thiết bị phục vụ đầy đủ')
})
