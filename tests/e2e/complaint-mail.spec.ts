import { aCase, casePartsOf } from '#tests/app/feedback-cases/case-world.ts'
import { aMailSink, type MailSink } from '#tests/app/notices/mail-sink.ts'
import { OFFICES } from '#tests/world/small-city.ts'
import { aServedCity, test as base, expect, STAFF } from './city.ts'
import { aMember, complain, PASSWORD, signedIn } from './complaining.ts'
import { landing } from './laid-out.ts'

/** A city whose server has a real mail server to send to. */
const test = base.extend<object, { sink: MailSink }>({
  sink: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const sink = await aMailSink()
      await use(sink)
      await sink.close()
    },
    { scope: 'worker' },
  ],
  served: [
    async ({ sink }, use) => {
      const running = await aServedCity({ SMTP_URL: sink.url, MAIL_FROM: 'hai-long@langson.example' })
      await use(running)
      await running.stop()
    },
    { scope: 'worker' },
  ],
})
test.use({ world: 'complaint-mail' })

test('a tap of 1 → phản ánh → mail to the handler → answered → followed elsewhere → rated → counted in 766', async ({
  page,
  browser,
  served,
  sink,
}) => {
  test.setTimeout(240_000)
  const { city } = served
  const email = await aMember(served, 'case_handler', OFFICES.oneStop, 'xu-ly')
  // Others of the month, so that the measures are not hidden.
  for (let n = 0; n < 5; n++) await aCase(casePartsOf(city), { story: `Việc khác số ${n}.` })
  const desk = await signedIn(browser, served, STAFF.email)
  const measures = async () => {
    await desk.goto('/van-phong/chi-so?from=2026-03-01&to=2026-03-31')
    const row = desk.getByRole('row', { name: /Hài lòng với xử lý phản ánh/ })
    return (await row.locator('td').allTextContents()).map((text) => text.trim())
  }
  expect(await measures()).toEqual(['6,00', '5 phản ánh, kiến nghị nhận trong kỳ'])

  const code = await complain(page, 'Hẹn ngày 10 mà chưa có kết quả.')
  expect((await measures())[1]).toContain('6 phản ánh')
  await desk.goto('/van-phong/phan-anh')
  const { id } = await city.store.read
    .selectFrom('feedback_cases')
    .select('id')
    .where('text', 'like', 'Hẹn ngày 10%')
    .executeTakeFirstOrThrow()
  await desk.goto(`/van-phong/phan-anh/${id}`)
  await desk.getByLabel('Loại việc').selectOption('delay')
  await desk.locator('#classify').getByLabel('Tóm tắt').fill('Trả kết quả chậm.')
  await landing(desk, () => desk.getByRole('button', { name: 'Phân loại' }).click())
  await desk
    .getByLabel('Người xử lý', { exact: true })
    .selectOption({ label: 'xu-ly · Bộ phận Một cửa thành phố' })
  await desk.getByRole('button', { name: 'Giao xử lý' }).click()
  await expect(desk.getByRole('status')).toContainText('Đã giao xử lý')

  // As if five minutes had gone by in which nothing else came; the server's own timer sends.
  const earlier = '2026-03-16T01:50:00.000Z'
  await city.store.write((tx) => tx.updateTable('notices').set({ made_at: earlier }).execute())
  const mail = () => sink.taken.find(({ to }) => to === email)
  await expect.poll(() => mail()?.subject ?? '', { timeout: 90_000 }).toContain('Phản ánh được giao')
  const letter = mail()?.text ?? ''
  expect(letter).not.toMatch(/Hẹn ngày|0912|Trả kết quả/)
  const link = /https?:\S+\/van-phong\/phan-anh\/\S+/.exec(letter)?.[0] ?? ''
  expect(new URL(link).pathname).toBe(`/van-phong/phan-anh/${id}`)

  const handler = await (
    await browser.newContext({ baseURL: served.address, viewport: { width: 1280, height: 800 } })
  ).newPage()
  await handler.goto(new URL(link).pathname)
  await handler.locator('input[name=email]').fill(email)
  await handler.locator('input[name=password]').fill(PASSWORD)
  await handler.locator('main button[type=submit]').click()
  await expect(handler.locator('main')).toContainText('Hẹn ngày 10')
  await handler.getByLabel('Trả lời bằng tiếng Việt').fill('Kết quả có tại quầy số 1 từ chiều nay.')
  await handler.locator('#answer').getByLabel('Tóm tắt').fill('Đã trả kết quả.')
  await handler.getByRole('button', { name: 'Gửi trả lời' }).click()
  await expect(handler.getByRole('status')).toContainText('Đã gửi trả lời')

  const other = await (
    await browser.newContext({ baseURL: served.address, javaScriptEnabled: false, locale: 'vi-VN' })
  ).newPage()
  await other.goto('/theo-doi')
  await other.getByLabel('Mã theo dõi').fill(code.toLowerCase())
  await other.getByRole('button', { name: 'Xem' }).click()
  await expect(other.locator('main')).toContainText('Kết quả có tại quầy số 1')
  await other.getByLabel('Chưa tốt').check()
  await other.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await expect(other.getByRole('status')).toContainText('Cảm ơn')

  // Five of six were handled well: 6 × 5/6.
  expect(await measures()).toEqual(['5,00', '6 phản ánh, kiến nghị nhận trong kỳ'])
})
