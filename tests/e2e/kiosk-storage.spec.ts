import type { Page } from '@playwright/test'
import { keptEntries } from '#tests/world/tablet.ts'
import { expect, tapFace, test, view } from './kiosk.ts'
import { expectAccessible } from './laid-out.ts'

/** IndexedDB does not open any more, as after a fault of the tablet's memory; `window.mended` lets it again. */
const breakStore = (page: Page) =>
  page.addInitScript(() => {
    const original = indexedDB.open
    IDBFactory.prototype.open = function (...words) {
      if ((window as { mended?: true }).mended) return original.apply(this, words)
      throw new DOMException('Internal error opening backing store', 'UnknownError')
    }
  })

/** Nothing more fits: writing of entries fails as Chrome makes it fail. */
const fillStore = (page: Page) =>
  page.addInitScript(() => {
    const original = IDBObjectStore.prototype.add
    IDBObjectStore.prototype.add = function (...words) {
      if ((window as { mended?: true }).mended) return original.apply(this, words)
      throw new DOMException('Quota exceeded', 'QuotaExceededError')
    }
  })

const ring = (page: Page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem('hai-long-kiosk-ring') ?? '[]') as { level: number }[])

const device = (served: { city: { store: { read: Reader } } }) =>
  served.city.store.read
    .selectFrom('kiosk_devices')
    .selectAll()
    .orderBy('paired_at', 'desc')
    .executeTakeFirstOrThrow()
type Reader = import('#db/schema.ts').Db

for (const [name, damage, storage] of [
  ['broken', breakStore, 'broken'],
  ['full', fillStore, 'full'],
] as const) {
  test(`R16: a ${name} store says so on the screen and to the server, and its ratings come once it is mended`, async ({
    page,
    tablet,
    served,
  }) => {
    const before = (await served.stored()).length
    await damage(page)
    await page.clock.install()
    served.network.mishap = 'away'
    await page.reload()
    await view(tablet, 'question')
    for (const level of [1, 5]) {
      await page.clock.fastForward(4_000)
      await tapFace(tablet, level)
      await view(tablet, 'failed')
      await expect(tablet.getByRole('heading')).toHaveText('Chưa ghi được')
      await expect(tablet.locator('.banner.bad')).toContainText('chưa ghi được')
      await expectAccessible(page)
      await tablet.getByRole('button', { name: 'Trở về' }).click()
    }
    await expect(tablet.locator('.banner.bad')).toBeVisible()
    expect((await ring(tablet)).map(({ level }) => level)).toEqual([1, 5])
    served.network.mishap = 'none'
    await page.clock.fastForward(5 * 60_000)
    await expect.poll(async () => (await device(served)).storage).toBe(storage)
    expect(await device(served)).toMatchObject({ ring: 2 })

    await page.evaluate(() => Object.assign(window, { mended: true }))
    await page.clock.fastForward(5 * 60_000)
    await expect.poll(async () => (await served.stored()).length).toBe(before + 2)
    expect((await served.stored()).slice(before).map(({ level }) => level)).toEqual([1, 5])
    await expect(tablet.locator('.banner')).toHaveCount(0)
    expect(await ring(tablet)).toEqual([])
    expect((await keptEntries(tablet)).queue).toEqual([])
  })
}

test('the ring keeps the last 200; where even it takes nothing, nobody is told that something is kept', async ({
  page,
  tablet,
}) => {
  await breakStore(page)
  await page.clock.install()
  await page.reload()
  await view(tablet, 'question')
  await tablet.evaluate(() => {
    const old = Array.from({ length: 200 }, (_, at) => ({ id: String(at), kind: 'rating', level: 1 }))
    localStorage.setItem('hai-long-kiosk-ring', JSON.stringify(old))
  })
  await tapFace(tablet, 5)
  await view(tablet, 'failed')
  await expect(tablet.locator('main')).toContainText('Máy giữ tạm lựa chọn này')
  expect(await ring(tablet)).toHaveLength(200)
  expect((await ring(tablet)).at(-1)).toMatchObject({ level: 5 })
  await page.clock.fastForward(15_000)
  await view(tablet, 'question')
  await page.clock.fastForward(1_000)
  await tablet.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Quota exceeded', 'QuotaExceededError')
    }
  })
  await tapFace(tablet, 2)
  await view(tablet, 'failed')
  await expect(tablet.locator('main')).toContainText('không được giữ')
  await expect(tablet.locator('main .qr')).toBeVisible()
})

test('every write is strict, and the thanks wait for its end', async ({ page, tablet }) => {
  await page.addInitScript(() => {
    const writes: string[] = []
    Object.assign(window, { writes })
    const original = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function (...words) {
      const tx = original.apply(this, words)
      if (tx.mode === 'readwrite') {
        writes.push(tx.durability)
        tx.addEventListener('complete', () => {
          writes.push(`complete, ${document.querySelector<HTMLElement>('#tablet')?.dataset.view}`)
        })
      }
      return tx
    }
  })
  await page.reload()
  await view(tablet, 'question')
  await tapFace(tablet, 3)
  await view(tablet, 'thanks')
  const writes = await tablet.evaluate(() => (window as unknown as { writes: string[] }).writes)
  expect(writes.filter((one) => !one.startsWith('complete')).every((one) => one === 'strict')).toBe(true)
  expect(writes).toContain('complete, storing')
})
