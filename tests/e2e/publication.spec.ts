import { OFFICES } from '#tests/world/small-city.ts'
import { expect, test } from './city.ts'
import { expectAccessible, laidOut, widthOver } from './laid-out.ts'

// Its counts have no ratings behind them.
test.use({ world: 'publication' })

for (const lang of ['vi', 'en', 'zh']) {
  test(`public results in ${lang}: accessible at 360 and 1280 px, nothing runs out sideways`, async ({
    page,
    served,
  }) => {
    await served.city.store.write(async (tx) => {
      const row = {
        trust: 'open',
        stage: 'unstated',
        respondent: 'unstated',
        level_1: 3,
        level_2: 4,
      } as const
      const months = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02']
      const values = months.flatMap((month, at) =>
        [OFFICES.wardA, OFFICES.wardB, OFFICES.oneStop].map((office_id, place) => ({
          ...{ ...row, month, office_id, level_3: 5, level_4: 40 + at },
          level_5: place === 1 ? 60 : 300 + 20 * at,
        })),
      )
      await tx
        .insertInto('monthly_level_counts')
        .values(values)
        .onConflict((c) => c.doNothing())
        .execute()
    })
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      for (const path of ['/cong-khai', `/cong-khai/${OFFICES.wardA}`]) {
        await page.goto(`${path}?lang=${lang}`)
        await expect(page.locator('main h1')).toBeVisible()
        await expectAccessible(page)
        expect(await widthOver(page)).toBe(0)
      }
    }
  })
}

test('from the front page to an office, with scripts off; on paper one sheet', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Kết quả công khai' }).click()
  await expect(page).toHaveURL(/cong-khai$/)
  await page.getByRole('link', { name: 'Phường Đông Kinh' }).click()
  await expect(page.locator('.whose')).toContainText('Phường Đông Kinh')
  await laidOut(page)
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})
