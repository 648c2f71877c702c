import type { Page } from '@playwright/test'
import { v7 as uuidv7 } from 'uuid'
import { insertAlerts } from '#db/queries/alerts.ts'
import type { AlertRow } from '#db/schema.ts'
import { COUNTERS, NOW, OFFICES } from '#tests/world/small-city.ts'
import { expect, signIn, test } from './city.ts'
import { expectAccessible, landing, widthOver } from './laid-out.ts'

test.use({ world: 'alerts' })

const alert = (rule_id: string, change: Partial<AlertRow>): AlertRow => ({
  ...{ id: uuidv7(), rule_id, subject_kind: 'office', subject_id: OFFICES.wardA, occasion: '' },
  ...{ status: 'open', opened_at: NOW, held_at: NOW, acknowledged_at: '', acknowledged_by: null },
  ...{ closed_at: '', closed_by: null, note: '', ...change },
})

async function looked(page: Page, name: string): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await expectAccessible(page)
    expect([name, width, await widthOver(page)]).toEqual([name, width, 0])
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true })
  }
}

test('alerts are looked into and closed with a note, rules are set; accessible at 360 and 1280 px', async ({
  page,
  served,
}) => {
  test.setTimeout(120_000)
  const { store } = served.city
  await signIn(page)
  await page.goto('/van-phong/canh-bao')
  await expect(page.getByText('Hiện không có cảnh báo nào đang mở.')).toBeVisible()
  await looked(page, 'alerts-none')
  await store.write((tx) =>
    insertAlerts(tx, [
      alert('control-signal', { occasion: '2026-02' }),
      alert('unhappy-at-counter', { subject_kind: 'counter', subject_id: COUNTERS.wardB }),
    ]),
  )
  await page.goto('/van-phong/canh-bao')
  const first = page.locator('.alert').first()
  await expect(first).toContainText('Nhiều người không hài lòng tại một quầy')
  await expect(first).toContainText('Phường Vĩnh Trại · Quầy số 1')
  await first.getByRole('button', { name: 'Tôi đang xem xét' }).click()
  await expect(page.locator('.alert').first()).toContainText('Nông Thị Hoa xem xét')
  await looked(page, 'alerts-open')
  await page.locator('.alert').first().locator('summary').click()
  await page.locator('.alert').first().getByRole('button', { name: 'Ghi nhận và đóng' }).click()
  await expect(page.getByRole('alert')).toContainText('Xin ghi vắn tắt đã làm gì')
  await looked(page, 'alerts-wrong')
  await page.getByLabel('Đã làm gì').first().fill('Đã thêm một người ở quầy.')
  await page.locator('.alert').first().getByRole('button', { name: 'Ghi nhận và đóng' }).click()
  await expect(page.locator('.alert')).toHaveCount(1)
  await landing(page, () => page.getByRole('link', { name: 'Đã đóng' }).click())
  await expect(page.locator('main')).toContainText('Đã thêm một người ở quầy.')
  await looked(page, 'alerts-closed')
  const csv = await page.request.get('/van-phong/canh-bao.csv?xem=da-dong')
  expect(await csv.text()).toContain('unhappy_at_counter;p-b;Phường Vĩnh Trại;Quầy số 1')

  await landing(page, () => page.getByRole('link', { name: 'Quy tắc cảnh báo' }).click())
  await looked(page, 'alert-rules')
  const office = page.locator('form').filter({ hasText: 'không hài lòng tại một đơn vị' })
  await office.getByLabel('Tỷ lệ (%)').fill('95')
  await office.getByRole('button', { name: 'Lưu quy tắc' }).click()
  await expect(page.getByRole('alert')).toContainText('từ 30 đến 80')
  await looked(page, 'alert-rules-wrong')
  await office.getByLabel('Tỷ lệ (%)').fill('60')
  await office.getByRole('button', { name: 'Lưu quy tắc' }).click()
  await expect(page.getByRole('status')).toContainText('Đã lưu quy tắc.')
  const rules = await store.read.selectFrom('alert_rules').select(['id', 'percent']).execute()
  expect(rules.find(({ id }) => id === 'unhappy-at-office')?.percent).toBe(60)
})
