import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { complaintMeasures } from '#app/feedback-cases/complaint-measures.server.ts'
import { OFFICES } from '#tests/world/small-city.ts'
import { expect, test } from './city.ts'
import { aMember, complain, signedIn } from './complaining.ts'
import { boxOf, expectAccessible, landing, widthOver } from './laid-out.ts'

test.describe('a complaint, with scripts off', () => {
  test.use({ javaScriptEnabled: false })

  test('from a tap of 1 to the desk, answered, followed with the code on another device, rated, counted', async ({
    page,
    browser,
    served,
  }) => {
    const cityOffice = await aMember(served, 'city_office', null, 'tiep-nhan')
    const ofOneStop = await aMember(served, 'case_handler', OFFICES.oneStop, 'xu-ly')
    const head = await aMember(served, 'office_head', OFFICES.wardA, 'truong-phuong')
    const code = await complain(page, 'Hẹn ngày 10 mà chưa có kết quả. Số của tôi 0987 654 321.')
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)

    const desk = await signedIn(browser, served, cityOffice)
    await desk.goto('/van-phong/phan-anh')
    await desk
      .getByRole('link', { name: /^PA-2026-/ })
      .first()
      .click()
    await expect(desk.locator('main')).toContainText('[số điện thoại]')
    await expect(desk.locator('main')).not.toContainText('0987')
    await desk.getByLabel('Loại việc').selectOption('delay')
    await desk.locator('#classify').getByLabel('Tóm tắt').fill('Trả kết quả chậm.')
    await landing(desk, () => desk.getByRole('button', { name: 'Phân loại' }).click())
    await desk
      .getByLabel('Người xử lý', { exact: true })
      .selectOption({ label: 'xu-ly · Bộ phận Một cửa thành phố' })
    await desk.getByRole('button', { name: 'Giao xử lý' }).click()
    await expect(desk.getByRole('status')).toContainText('Đã giao xử lý')

    const handler = await signedIn(browser, served, ofOneStop)
    await expect(handler).toHaveURL(/phan-anh$/)
    await handler.getByRole('link', { name: /^PA-2026-/ }).click()
    await expect(handler.locator('main')).toContainText('0987 654 321')
    await expect(handler.locator('#contact')).not.toContainText('0912')
    await handler.getByRole('button', { name: 'Xem đầy đủ' }).click()
    await expect(handler.locator('#contact')).toContainText('0912 345 678')
    await landing(handler, () => handler.getByRole('link', { name: 'Xin lỗi' }).click())
    const answer = handler.getByLabel('Trả lời bằng tiếng Việt')
    await expect(answer).toHaveValue(/Chúng tôi xin lỗi/)
    await answer.fill('Chúng tôi xin lỗi. Kết quả có tại quầy số 1 từ chiều nay.')
    await landing(handler, () => handler.getByRole('button', { name: 'Lưu nháp' }).click())
    await handler.getByRole('button', { name: 'Gửi trả lời' }).click()
    await expect(handler.getByRole('status')).toContainText('Đã gửi trả lời')

    const officeHead = await signedIn(browser, served, head)
    await officeHead.goto('/van-phong/phan-anh?xem=answered')
    await expect(officeHead.locator('main')).toContainText('Trả kết quả chậm.')
    await officeHead
      .getByRole('link', { name: /^PA-2026-/ })
      .first()
      .click()
    await expect(officeHead.locator('main')).not.toContainText(/chưa có kết quả|quầy số 1|0987|0912/)

    const other = await (
      await browser.newContext({ baseURL: served.address, javaScriptEnabled: false })
    ).newPage()
    await other.goto('/theo-doi')
    await other.getByLabel('Mã theo dõi').fill(code.toLowerCase())
    await other.getByRole('button', { name: 'Xem' }).click()
    await expect(other.locator('main')).toContainText('Kết quả có tại quầy số 1')
    await other.getByLabel('Đã tốt').check()
    await other.getByRole('button', { name: 'Gửi ý kiến' }).click()
    await expect(other.getByRole('status')).toContainText('Cảm ơn')
    await expect(other.locator('main')).toContainText('Đã kết thúc')
    await other.getByRole('button', { name: 'Xóa thông tin liên hệ ngay' }).click()
    await expect(other.getByRole('status')).toContainText('Đã xóa')

    const { read } = served.city.store
    const row = await read
      .selectFrom('feedback_cases')
      .selectAll()
      .where('text', 'like', 'Hẹn ngày 10%')
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      status: 'closed',
      first_answer: 'on_time',
      handled_well: 'yes',
      contact: 'deleted',
    })
    const march = { from: '2026-03-01', to: '2026-03-31' }
    const measures = await complaintMeasures(read, march, '2026-03-16', [OFFICES.wardA])
    expect(measures.satisfied.num).toBeGreaterThanOrEqual(1)
    expect(measures.onTime.num).toBe(measures.onTime.den)
  })

  test('a tố cáo is told where to go; nothing typed is asked for, and nothing sent is stored', async ({
    page,
    served,
  }) => {
    await page.goto('/gop-y')
    await page.getByRole('link', { name: 'Tố cáo' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Tố cáo được gửi ở đâu')
    await expect(page.locator('textarea, input')).toHaveCount(0)
    const marker = 'DIEU-TO-CAO-77'
    const form = { intent: 'to-cao', story: marker, comment: marker, name: marker }
    const answer = await page.request.post('/gop-y', { form, maxRedirects: 0 })
    expect(answer.headers().location).toBe('/gop-y?muc=to-cao')
    const file = served.city.address.replace('sqlite:', '')
    for (const name of [file, `${file}-wal`]) expect(readFileSync(name).includes(marker)).toBe(false)
    expect(served.log()).not.toContain(marker)
  })

  test('the code’s QR, in upper case, opens the case', async ({ page }) => {
    const code = (await complain(page, 'Chờ quá lâu ở quầy.')).replaceAll('-', '')
    await page.goto(`/THEO-DOI/${code}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Phản ánh đã gửi')
  })
})

/** Pages of citizens in their states, by a name. */
const PAGES: Record<string, (page: Page, lang: string) => Promise<unknown>> = {
  choose: (page, lang) => page.goto(`/gop-y?lang=${lang}`),
  petition: (page, lang) => page.goto(`/gop-y?muc=phan-anh&lang=${lang}`),
  suggestion: (page, lang) => page.goto(`/gop-y?muc=gop-y&lang=${lang}`),
  appeal: (page, lang) => page.goto(`/gop-y?muc=khieu-nai&lang=${lang}`),
  denunciation: (page, lang) => page.goto(`/gop-y?muc=to-cao&lang=${lang}`),
  follow: (page, lang) => page.goto(`/theo-doi?lang=${lang}`),
  'wrong code': (page, lang) => page.goto(`/theo-doi?ma=xyz&lang=${lang}`),
  'what was wrong': async (page, lang) => {
    await page.goto(`/gop-y?muc=phan-anh&lang=${lang}`)
    await page.locator('form').evaluate((form: HTMLFormElement) => {
      form.noValidate = true
      form.querySelector('details')?.setAttribute('open', '')
    })
    await page.locator('#official').check()
    await landing(page, () => page.locator('main button').click())
  },
}

for (const lang of ['vi', 'en', 'zh']) {
  test(`what citizens are shown in ${lang}: accessible, nothing runs out sideways`, async ({ page }) => {
    test.setTimeout(120_000)
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 640 })
      for (const [name, open] of Object.entries(PAGES)) {
        await open(page, lang)
        await expectAccessible(page)
        expect([name, width, await widthOver(page)]).toEqual([name, width, 0])
      }
    }
  })
}

test('what is tapped on a phone is at least 48 px high', async ({ page }) => {
  await page.goto('/gop-y?muc=phan-anh')
  await page.locator('summary').click()
  await expect(page.getByLabel('Số điện thoại')).toBeVisible()
  const tapped = page.locator('main :is(button, select, textarea, label.choice, input:not([type=checkbox]))')
  for (const field of await tapped.all()) {
    if (!(await field.isVisible()) || (await field.getAttribute('name')) === 'website') continue
    expect((await boxOf(field)).height).toBeGreaterThanOrEqual(47.9)
  }
})

test('the desk and a followed case in their states: accessible at 360 and 1280 px', async ({
  page,
  browser,
  served,
}) => {
  test.setTimeout(180_000)
  const email = await aMember(served, 'city_office', null, 'van-phong-2')
  const code = await complain(page, 'Phải đi lại ba lần mới đủ giấy tờ.')
  const desk = await signedIn(browser, served, email)
  await desk.goto('/van-phong/phan-anh')
  const found = await served.city.store.read
    .selectFrom('feedback_cases')
    .select('id')
    .where('text', 'like', 'Phải đi lại ba lần%')
    .executeTakeFirstOrThrow()
  const at = `/van-phong/phan-anh/${found.id}`
  const looked = async (each: Page, path: string) => {
    for (const width of [360, 1280]) {
      await each.setViewportSize({ width, height: 800 })
      await each.goto(path)
      await expectAccessible(each)
      expect([path, width, await widthOver(each)]).toEqual([path, width, 0])
    }
  }
  for (const view of ['open', 'overdue']) await looked(desk, `/van-phong/phan-anh?xem=${view}`)
  await looked(desk, at)
  await looked(desk, '/van-phong/phan-anh/thoi-han')
  await desk.goto(at)
  await desk.getByRole('button', { name: 'Phân loại' }).click()
  await expect(desk.getByRole('alert')).toBeVisible()
  await expectAccessible(desk)
  await desk.getByLabel('Loại việc').selectOption('documents')
  await landing(desk, () => desk.getByRole('button', { name: 'Phân loại' }).click())
  await desk.getByLabel('Người xử lý', { exact: true }).selectOption({ label: 'van-phong-2 · Văn phòng' })
  await desk.getByRole('button', { name: 'Giao xử lý' }).click()
  await expect(desk.getByRole('status')).toContainText('Đã giao xử lý')
  await looked(desk, `${at}?mo-dau=thanks`)
  await desk.getByLabel('Trả lời bằng tiếng Việt').fill('Xin cảm ơn.')
  await desk.locator('#answer').getByLabel('Tóm tắt').fill('Đã trả lời.')
  await desk.getByRole('button', { name: 'Gửi trả lời' }).click()
  await expect(desk.getByRole('status')).toContainText('Đã gửi trả lời')
  await looked(desk, at)
  for (const lang of ['vi', 'en', 'zh'])
    await looked(page, `/theo-doi/${code.replaceAll('-', '')}?moi=1&lang=${lang}`)
})
