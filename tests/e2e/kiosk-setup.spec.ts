import type { Page } from '@playwright/test'
import { ENTRY_FORMAT } from '#app/kiosk/kiosk-entry.ts'
import { QUEUES } from '#tests/world/kiosk-queues.ts'
import { keptEntries } from '#tests/world/tablet.ts'
import { choose, expect, expectTouchable, LANGUAGES, SIZES, tapFace, test, view } from './kiosk.ts'
import { expectAccessible } from './laid-out.ts'

async function expectGoodEverywhere(page: Page): Promise<void> {
  for (const lang of LANGUAGES) {
    await choose(page, lang)
    for (const size of Object.values(SIZES)) {
      await page.setViewportSize(size)
      await expectAccessible(page)
      await expectTouchable(page)
    }
  }
}

test('pairing is accessible in three languages, with a code refused too', async ({ page }) => {
  await page.goto('/kiosk')
  await view(page, 'pairing')
  await expectGoodEverywhere(page)
  await page.locator('#code').fill('00000000')
  await page.getByRole('button', { name: '配对', exact: true }).click()
  await expect(page.locator('.problem')).toContainText('配对码不正确')
  await expectAccessible(page)
  await expectTouchable(page)
})

test('a tablet taken back is accessible in three languages', async ({ tablet, served }) => {
  await served.revoke()
  await tablet.evaluate(() => dispatchEvent(new Event('online')))
  await view(tablet, 'revoked')
  await expectGoodEverywhere(tablet)
})

test('what could not be recorded, and the notice to pair again, are accessible in three languages', async ({
  page,
  tablet,
  served,
}) => {
  served.network.mishap = {
    lie: { status: 401, type: 'application/problem+json', text: '{"code":"unknown"}' },
  }
  await tapFace(tablet, 4)
  await view(tablet, 'thanks')
  await tablet.locator('.end .action').click()
  await expect(tablet.locator('.banner.quiet')).toBeVisible()
  await expectGoodEverywhere(tablet)
  await page.addInitScript(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('Quota exceeded', 'QuotaExceededError')
    }
  })
  await page.clock.install()
  await page.reload()
  await view(tablet, 'question')
  await tapFace(tablet, 4)
  await view(tablet, 'failed')
  await expectGoodEverywhere(tablet)
})

test('it is an app: a manifest with icons that are there, full screen, and a shell without inline code', async ({
  page,
  request,
  context,
}) => {
  const shell = await page.goto('/kiosk')
  await view(page, 'pairing')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  expect(shell?.headers()['content-security-policy']).toMatch(
    /default-src 'none'; script-src 'self'; style-src 'self'/,
  )
  expect(shell?.headers()['content-security-policy']).not.toContain('unsafe')
  expect(await page.locator('script:not([src]), style, [style]').count()).toBe(0)
  const href = (await page.locator('link[rel=manifest]').getAttribute('href')) ?? ''
  const manifest = await (await request.get(href)).json()
  expect(manifest).toMatchObject({ start_url: '/kiosk', scope: '/kiosk', display: 'fullscreen' })
  for (const { src, sizes } of manifest.icons) {
    const icon = await request.get(src)
    expect(icon.headers()['content-type']).toBe('image/png')
    const body = await icon.body()
    expect(`${body.readUInt32BE(16)}x${body.readUInt32BE(20)}`).toBe(sizes)
  }
  // From its cache, too, it comes with its policy.
  const kept = await page.reload()
  expect(kept?.fromServiceWorker()).toBe(true)
  expect(kept?.headers()['content-security-policy']).toContain("default-src 'none'")
  // In a page of its own: what is refused is written to the console.
  const other = await context.newPage()
  await other.goto('/kiosk')
  const refused = await other.evaluate(
    () =>
      new Promise<string>((done) => {
        addEventListener('securitypolicyviolation', ({ violatedDirective }) => done(violatedDirective))
        const script = document.createElement('script')
        script.textContent = 'window.ran = true'
        document.body.append(script)
      }),
  )
  expect(refused).toBe('script-src-elem')
  expect(await other.evaluate(() => 'ran' in window)).toBe(false)
})

test('with a slash at its end the address is the same place; beside it there is nothing', async ({
  request,
}) => {
  const there = await request.get('/kiosk/', { maxRedirects: 0 })
  expect([there.status(), there.headers().location]).toEqual([308, '/kiosk'])
  expect((await request.get('/kiosk/nothing.js')).status()).toBe(404)
})

for (const [format, waiting] of Object.entries(QUEUES)) {
  test(`a queue that waits in format ${format} is sent as it was written, and stored`, async ({
    tablet,
    served,
  }) => {
    const before = (await served.stored()).length
    const expected = waiting.map(({ entry }) => entry.hash)
    await tablet.evaluate(
      (list) =>
        new Promise<void>((done, failed) => {
          const asked = indexedDB.open('hai-long-kiosk')
          asked.onerror = () => failed(asked.error)
          asked.onsuccess = () => {
            const tx = asked.result.transaction('queue', 'readwrite')
            for (const one of list) tx.objectStore('queue').add(one)
            tx.oncomplete = () => done(asked.result.close())
          }
        }),
      waiting,
    )
    await tablet.evaluate(() => dispatchEvent(new Event('online')))
    await expect.poll(async () => (await served.stored()).length).toBe(before + 2)
    expect(await keptEntries(tablet)).toEqual({ queue: [], aside: [] })
    const rows = await served.city.store.read
      .selectFrom('kiosk_entries')
      .select('hash')
      .where('hash', 'in', expected)
      .orderBy('number')
      .execute()
    expect(rows.map(({ hash }) => hash)).toEqual(expected)
  })
}

test('a tablet writes the newest format, and each that counts is kept here', () => {
  const formats = Object.keys(QUEUES).map(Number)
  expect(Math.max(...formats)).toBe(ENTRY_FORMAT)
  expect(formats.length).toBeGreaterThanOrEqual(Math.min(3, ENTRY_FORMAT))
})
