import { OFFICES } from '#tests/world/small-city.ts'
import { rate, times } from '../app/reports/rated-city.ts'
import { expect, signIn, test } from './city.ts'
import { expectAccessible, widthOver } from './laid-out.ts'

/** A month that no other test of this city looks at. */
const MAY = 'from=2024-05-01&to=2024-05-31'

test.beforeEach(async ({ page, served }) => {
  const { store } = served.city
  const stored = await store.read
    .selectFrom('level_counts')
    .select('day')
    .where('day', '=', '2024-05-10')
    .execute()
  if (stored.length === 0) {
    await store.write(async (tx) => {
      await rate(tx, { office: OFFICES.wardA, day: '2024-05-10' }, [...times(80, 5), ...times(20, 2)])
      await rate(tx, { office: OFFICES.oneStop, day: '2024-05-10' }, times(60, 5))
      await rate(tx, { office: OFFICES.wardB, day: '2024-05-10' }, times(3, 1))
    })
  }
  await signIn(page)
})

for (const lang of ['vi', 'en', 'zh']) {
  test(`between offices in ${lang}: accessible at 360 and 1280 px, nothing runs out sideways`, async ({
    page,
  }) => {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      for (const search of [MAY, 'from=2019-05-01&to=2019-05-31', 'from=2024-05-02&to=2024-05-01']) {
        await page.goto(`/van-phong/so-sanh?${search}&lang=${lang}`)
        await expectAccessible(page)
        expect([search, await widthOver(page)]).toEqual([search, 0])
      }
    }
  })
}

test('a point leads to its office, as the table does; a hidden office is not drawn and said', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`/van-phong/so-sanh?${MAY}`)
  const wide = page.locator('svg.funnel.wide')
  const drawn = await wide.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  const table = page.locator('table.between')
  const listed = await table
    .locator('th a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(drawn.length).toBeGreaterThan(0)
  for (const href of drawn) expect(listed).toContain(href)
  expect(drawn.join()).not.toContain(`/${OFFICES.wardB}?`)
  await expect(table.locator('tr', { hasText: 'Phường Vĩnh Trại' })).toContainText('không vẽ vì ít lượt')
  // The table has the numbers of every point.
  for (const point of await wide.locator('a').all()) {
    const [, share = '', n = ''] =
      /: ([\d,]+%) trên ([\d.]+) lượt/.exec((await point.textContent()) ?? '') ?? []
    const href = (await point.getAttribute('href')) ?? ''
    const row = table.locator('tr', { has: page.locator(`a[href="${href}"]`) })
    await expect(row.locator('td.ratings')).toHaveText(n)
    await expect(row.locator('td.share strong')).toHaveText(share)
  }
})

test('the table leaves as CSV and as XLSX', async ({ page }) => {
  await page.goto(`/van-phong/so-sanh?${MAY}`)
  for (const kind of ['csv', 'xlsx']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: kind.toUpperCase() }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`hai-long-so-sanh-2024-05-01_2024-05-31.${kind}`)
    expect(await download.failure()).toBeNull()
  }
})
