import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { aTabletCity, type TabletCity } from '#tests/world/tablet-city.ts'
import { laidOut, widthOver } from './laid-out.ts'

interface Worlds {
  /** The small city behind the real server and a network that can be made bad, one for each worker. */
  served: TabletCity
}

interface Tablets {
  /** A page with a tablet that is paired and shows its question. */
  tablet: Page
  /** Fails the test when a page breaks its own security policy or writes to the console. */
  quiet: undefined
}

export const LANDSCAPE = { width: 1280, height: 800 }
export const UPRIGHT = { width: 800, height: 1280 }

export const test = base.extend<Tablets, Worlds>({
  served: [
    // biome-ignore lint/correctness/noEmptyPattern: a fixture names what it needs by destructuring
    async ({}, use) => {
      const served = await aTabletCity()
      await use(served)
      await served.stop()
    },
    { scope: 'worker' },
  ],
  quiet: [
    async ({ page }, use) => {
      const noise: string[] = []
      page.on('console', (message) => noise.push(message.text()))
      page.on('pageerror', (error) => noise.push(String(error)))
      await use(undefined)
      expect(noise.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([])
    },
    { auto: true },
  ],
  tablet: async ({ page, served }, use) => {
    await page.setViewportSize(LANDSCAPE)
    await page.goto('/kiosk')
    await pair(page, await served.pairingCode())
    await use(page)
    served.network.mishap = 'none'
  },
  baseURL: ({ served }, use) => use(served.network.address),
})

export { expect }

export async function pair(page: Page, code: string): Promise<void> {
  await page.locator('#code').fill(code)
  await page.locator('form button').first().click()
  await view(page, 'question')
}

export type View = 'question' | 'thanks' | 'failed' | 'pairing' | 'revoked'

export const view = (page: Page, name: View) => page.locator(`#tablet[data-view=${name}]`).waitFor()

/** Taps a face as a finger does. */
export async function tapFace(page: Page, level: number): Promise<void> {
  await page.locator(`.faces button[value="${level}"]`).click()
}

export const LANGUAGES = ['VI', 'EN', '中文'] as const
export const SIZES = { LANDSCAPE, UPRIGHT, 'a small one': { width: 1024, height: 600 } }

export const choose = (page: Page, lang: string) =>
  page.locator('.languages button', { hasText: lang }).click()

/** Targets of 64 px with 16 px between them (A2), all of it on one screen. */
export async function expectTouchable(page: Page): Promise<void> {
  const dialog = page.getByRole('alertdialog')
  await laidOut(page)
  const inside = (await dialog.count()) > 0 ? dialog : page.locator('#tablet')
  const boxes = await boxesOf(inside.locator('button, input'))
  expect(boxes.length).toBeGreaterThan(1)
  for (const { width, height } of boxes) {
    expect(width).toBeGreaterThanOrEqual(64)
    expect(height).toBeGreaterThanOrEqual(64)
  }
  for (const [at, one] of boxes.entries()) {
    for (const other of boxes.slice(at + 1)) {
      const apart = Math.max(
        other.x - (one.x + one.width),
        one.x - (other.x + other.width),
        other.y - (one.y + one.height),
        one.y - (other.y + other.height),
      )
      expect(apart).toBeGreaterThanOrEqual(15.99)
    }
  }
  const below = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
  expect([await widthOver(page), Math.max(0, await below())]).toEqual([0, 0])
}

export async function boxesOf(targets: Locator) {
  await laidOut(targets.page())
  const boxes = await Promise.all((await targets.all()).map((target) => target.boundingBox()))
  return boxes.filter((box) => box !== null)
}
