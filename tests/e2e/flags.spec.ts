import { replaceFlags } from '#db/queries/flags.ts'
import { OFFICES } from '#tests/world/small-city.ts'
import { expect, signIn, test } from './city.ts'
import { expectAccessible, widthOver } from './laid-out.ts'

const DAY = '2026-02-18'
const SIGNS = [
  { kind: 'above_returned', ratings: 28, returned: 12, counter: '' },
  {
    ...{ kind: 'burst', counterId: '', counter: 'Quầy số 1', n: 20, usual: 0.29 },
    ...{ from: `${DAY}T11:42:00.000Z`, to: `${DAY}T11:47:00.000Z` },
  },
]

for (const width of [360, 1280])
  test(`flagged days in words, ${width} px wide`, async ({ page, served }) => {
    const flag = {
      day: DAY,
      office_id: OFFICES.wardA,
      signs: JSON.stringify(SIGNS),
      n: 27,
      raised_at: `${DAY}T18:00:00Z`,
    }
    await served.city.store.write((tx) => replaceFlags(tx, { from: DAY, to: DAY }, [flag], []))
    await page.setViewportSize({ width, height: 800 })
    await signIn(page)
    await page.goto('/van-phong/dau-hieu?from=2026-02-01&to=2026-02-28')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dấu hiệu cần kiểm tra')
    await expect(page.getByRole('heading', { level: 3 })).toHaveText('18/02/2026, Phường Đông Kinh')
    await expect(page.getByText('từ 18:42 đến 18:47')).toBeVisible()
    expect(await widthOver(page)).toBe(0)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Phường Đông Kinh' }).click()
    await expect(page.getByRole('link', { name: 'Xem mọi cơ quan, đơn vị' })).toBeVisible()
  })
