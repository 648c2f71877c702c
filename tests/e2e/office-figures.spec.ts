import { rate, returnDossiers, times } from '#tests/app/reports/rated-city.ts'
import { OFFICES } from '#tests/world/small-city.ts'
import { expect, signIn, test } from './city.ts'
import { expectAccessible, widthOver } from './laid-out.ts'

const MONTHS = ['2025-11', '2025-12', '2026-01', '2026-02']
const FEBRUARY = 'from=2026-02-01&to=2026-02-28'
const address = `/van-phong/don-vi/${OFFICES.wardA}?${FEBRUARY}`

test.beforeEach(async ({ served }) => {
  const { store } = served.city
  const [counted] = await store.read
    .selectFrom('responses')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('day', '=', '2026-02-10')
    .execute()
  if (counted && Number(counted.n) > 0) return
  await store.write(async (tx) => {
    for (const month of MONTHS) {
      await rate(tx, { office: OFFICES.wardA, day: `${month}-10`, trust: 'verified' }, [
        ...times(60, 5),
        ...times(30, 4),
        ...times(10, 2),
      ])
      await returnDossiers(tx, { office: OFFICES.wardA, day: `${month}-10`, onTime: 20, late: 1, rated: 10 })
    }
  })
})

for (const view of ['', '&xem=thu-tuc', '&xem=gio', '&xem=phieu']) {
  test(`one office${view}: accessible at 360 and 1280 px, nothing runs out sideways`, async ({ page }) => {
    await signIn(page)
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(address + view)
      for (const details of await page.locator('main details').all())
        await details.evaluate((each) => each.setAttribute('open', ''))
      await expectAccessible(page)
      expect(await widthOver(page)).toBe(0)
    }
  })
}

test('from the menu to an office, from a month on its chart to that month, and to its file', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await signIn(page)
  await page.getByRole('navigation', { name: 'Các trang' }).getByRole('link', { name: 'Đơn vị' }).click()
  await page.getByRole('link', { name: 'Phường Đông Kinh' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('90,0% hài lòng')
  await page.goto(address)
  await page.getByRole('link', { name: /^Tháng 12\/2025: 90,0% trên 100 lượt/ }).click()
  await page.waitForURL('**from=2025-12-01&to=2025-12-31')
  await page.goto(address)
  const download = page.waitForEvent('download')
  await page.locator('a[href*="bang=thang"]').first().click()
  expect((await download).suggestedFilename()).toBe('hai-long-p-a-thang-2026-02-01_2026-02-28.csv')
})

test('Văn phòng declares a change and takes it back; what is wrong is said at its field', async ({
  page,
}) => {
  await signIn(page)
  await page.goto(address)
  await page.getByText('Khai báo một thay đổi').click()
  await page.getByRole('button', { name: 'Khai báo', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Xin nêu thay đổi gì')
  await expectAccessible(page)
  await page.locator('#month').fill('2026-01')
  await page.locator('#reason').fill('Chuyển trụ sở sang nhà mới')
  await page.getByRole('button', { name: 'Khai báo', exact: true }).click()
  await expect(page.getByText('Chuyển trụ sở sang nhà mới')).toBeVisible()
  await page.getByRole('button', { name: 'Rút lại' }).click()
  await expect(page.getByText('Chuyển trụ sở sang nhà mới')).toHaveCount(0)
})
