import { OFFICES, STANDING_CODES } from '#tests/world/small-city.ts'
import { expect, signIn, test } from './city.ts'
import { laidOut } from './laid-out.ts'

test.use({ world: 'journey' })

test.describe('a citizen with scripts off', () => {
  test.use({ javaScriptEnabled: false })

  test('goes from the code to the overview: tap, thanks, reason, comment, another level, counted once', async ({
    page,
    served,
  }) => {
    const { read } = served.city.store
    await page.goto(`/R/${STANDING_CODES.wardA.toLowerCase()}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('hài lòng')
    await page.getByRole('button', { name: 'Không hài lòng, mức 2 trên 5', exact: true }).click()
    await page.waitForURL('**/b/*')
    await expect(page.locator('main')).toContainText('Đã ghi nhận')
    await expect(page.locator('main')).toContainText('Không hài lòng')

    await page.getByLabel('Thời gian giải quyết').check()
    await page.getByRole('button', { name: 'Lưu câu trả lời' }).click()
    await expect(page.getByRole('status')).toContainText('Đã lưu câu trả lời')
    await page.locator('textarea').fill('Chờ hai buổi mới nộp được hồ sơ.')
    await page.getByRole('button', { name: 'Lưu góp ý' }).click()
    await expect(page.locator('textarea')).toHaveValue('Chờ hai buổi mới nộp được hồ sơ.')
    await expect(page.getByLabel('Thời gian giải quyết')).toBeChecked()

    await page.locator('summary').first().click()
    await page.getByRole('button', { name: 'Hài lòng, mức 4 trên 5', exact: true }).click()
    await expect(page.getByRole('status')).toContainText('Đã đổi mức đánh giá')
    await page.goBack()
    await page.reload()
    const rows = await read
      .selectFrom('responses')
      .selectAll()
      .where('office_id', '=', OFFICES.wardA)
      .execute()
    expect(rows.map(({ level, comment }) => [level, comment])).toEqual([
      [4, 'Chờ hai buổi mới nộp được hồ sơ.'],
    ])

    for (let i = 0; i < 6; i++) {
      await page.goto(`/r/${STANDING_CODES.wardA}`)
      await page.getByRole('button', { name: 'mức 5 trên 5' }).click()
      await page.waitForURL('**/b/*')
    }
    await signIn(page)
    await page.goto('/van-phong?from=2026-03-01&to=2026-03-31')
    const row = page.getByRole('row').filter({ hasText: 'Phường Đông Kinh' })
    await expect(row).toContainText('7')
    await expect(row).toContainText('100,0')
    const csv = await page.request.get('/van-phong.csv?from=2026-03-01&to=2026-03-31')
    const line = (await csv.text()).split('\r\n').find((text) => text.startsWith(`${OFFICES.wardA};`))
    expect(line?.split(';').slice(2, 7)).toEqual(['0', '0', '7', '7', '1,000000'])
  })

  test('Back and another face amends the same rating', async ({ page, served }) => {
    await page.goto(`/r/${STANDING_CODES.wardB}`)
    await page.getByRole('button', { name: 'mức 3 trên 5' }).click()
    await page.waitForURL('**/b/*')
    const receipt = page.url()
    await page.goBack()
    await page.getByRole('button', { name: 'mức 1 trên 5' }).click()
    await page.waitForURL('**/b/*')
    await expect(page).toHaveURL(receipt)
    const { read } = served.city.store
    const rows = await read
      .selectFrom('responses')
      .selectAll()
      .where('office_id', '=', OFFICES.wardB)
      .execute()
    expect(rows.map(({ level, revision }) => [level, revision])).toEqual([[1, 1]])
  })

  test('a comment that is too long comes back at its field with what was typed', async ({ page }) => {
    await page.goto(`/r/${STANDING_CODES.oneStop}`)
    await page.getByRole('button', { name: 'mức 5 trên 5' }).click()
    await page.waitForURL('**/b/*')
    const long = 'quá dài '.repeat(300)
    const answer = await page.request.post(page.url(), { form: { comment: long } })
    expect(answer.status()).toBe(400)
    const html = await answer.text()
    expect(html).toContain('Góp ý dài quá 2.000 ký tự')
    expect(html).toContain('quá dài quá dài')
  })

  test('a mistyped code is shown back in groups of four', async ({ page }) => {
    await page.goto('/')
    await page.locator('input[name=code]').fill('k7q2 9fha')
    await page.locator('main button').click()
    await expect(page.locator('main')).toContainText('K7Q2-9FHA')
    await page.locator('input[name=code]').fill('k7q2-9fhx')
    await page.locator('main button').click()
    await expect(page).toHaveURL(/\/r\/K7Q29FHX$/)
  })
})

test('the language switch sticks', async ({ page }) => {
  await page.goto(`/r/${STANDING_CODES.oneStop}`)
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('button', { name: /5 of 5/ }).click()
  await page.waitForURL('**/b/*')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('rates by keyboard in at most 15 presses, with the focus in sight', async ({ page }) => {
  await page.goto(`/r/${STANDING_CODES.oneStop}`)
  await laidOut(page)
  let presses = 0
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('value'))
  while ((await focused()) !== '1') {
    await page.keyboard.press('Tab')
    expect(++presses).toBeLessThan(15)
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement as Element).outlineStyle,
    )
    expect(outline).not.toBe('none')
  }
  await page.keyboard.press('Enter')
  await page.waitForURL('**/b/*')
})
