import { answerCase } from '#app/feedback-cases/answer-case.server.ts'
import { assignCase } from '#app/feedback-cases/assign-case.server.ts'
import { classifyCase } from '#app/feedback-cases/classify-case.server.ts'
import { aCase, aMember as aViewer, casePartsOf } from '#tests/app/feedback-cases/case-world.ts'
import { OFFICES } from '#tests/world/small-city.ts'
import { expect, STAFF, test } from './city.ts'
import { aMember, signedIn } from './complaining.ts'
import { expectAccessible, widthOver } from './laid-out.ts'

test.use({ world: 'public-answers' })

test('an answer is proposed, looked at by another, read in public and taken back; accessible everywhere', async ({
  page,
  browser,
  served,
}) => {
  test.setTimeout(180_000)
  const parts = casePartsOf(served.city)
  const office = await aViewer(parts, 'city_office', null, 'mot-nguoi')
  const handler = await aViewer(parts, 'case_handler', OFFICES.oneStop)
  const { row } = await aCase(parts, { story: 'Hẹn ngày 10 mà chưa có kết quả, gọi 0912 345 678.' })
  const said = {
    category: 'delay',
    queue: 'ordinary',
    kind: 'petition',
    summary: 'Chậm trả kết quả.',
  } as const
  await classifyCase(parts, office, row.id, said)
  await assignCase(parts, office, row.id, { handler: handler.staffId, reason: '' })
  const draft = {
    original: 'Kết quả đã trả tận nhà chiều 12/3.',
    text: '',
    summary: 'Trả kết quả chậm hai ngày.',
  }
  await answerCase(parts, handler, row.id, draft)
  const secondEmail = await aMember(served, 'city_office', null, 'hai-nguoi')
  const first = await signedIn(browser, served, STAFF.email)
  const second = await signedIn(browser, served, secondEmail)
  const looked = async (each: typeof page, name: string) => {
    for (const width of [360, 1280]) {
      await each.setViewportSize({ width, height: 800 })
      await expectAccessible(each)
      expect([name, width, await widthOver(each)]).toEqual([name, width, 0])
      if (process.env.SHOTS)
        await each.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true })
    }
  }
  const at = `/van-phong/phan-anh/${row.id}`
  await first.goto(at)
  await first.getByLabel('Người dân phản ánh').fill('Lũ khốn nạn hẹn ngày 10 mà không trả.')
  await first.getByRole('button', { name: 'Đề nghị công khai' }).click()
  await expect(first.getByRole('alert')).toContainText('lời xúc phạm')
  await looked(first, 'public-answer-wrong')
  await first.getByLabel('Người dân phản ánh').fill('Hẹn ngày 10 mà chưa có kết quả, đã gọi 0987 654 321.')
  await first.getByRole('button', { name: 'Đề nghị công khai' }).click()
  await expect(first.getByRole('status')).toContainText('cần người thứ hai xem')
  await expect(first.getByRole('button', { name: 'Đăng công khai' })).toHaveCount(0)
  await looked(first, 'public-answer-proposed')

  await second.goto('/van-phong/phan-anh/cong-khai')
  await expect(second.locator('tbody')).toContainText('Chờ xem lại')
  await looked(second, 'public-answers-list')
  await second.getByRole('link', { name: /^PA-2026-/ }).click()
  await second.getByRole('button', { name: 'Đăng công khai' }).click()
  await expect(second.getByRole('status')).toContainText('Đã đăng công khai')

  for (const [name, path] of [
    ['public', '/cong-khai'],
    ['public-office', `/cong-khai/${OFFICES.wardA}`],
  ] as const) {
    await page.goto(path)
    await expect(page.locator('.answers')).toContainText('đã gọi [số điện thoại đã che]')
    await expect(page.locator('.answers')).not.toContainText('0987')
    await looked(page, name)
  }
  await page.goto(`/cong-khai/${OFFICES.wardB}`)
  await expect(page.locator('.answers')).toHaveCount(0)
  const answers = async () => (await (await page.request.get('/cong-khai.json')).json()).answers
  expect(await answers()).toMatchObject([
    { office_id: OFFICES.wardA, answer: 'Kết quả đã trả tận nhà chiều 12/3.' },
  ])
  await first.goto(at)
  await first.getByRole('button', { name: 'Gỡ xuống' }).click()
  await expect(first.getByRole('status')).toContainText('Đã gỡ xuống')
})
