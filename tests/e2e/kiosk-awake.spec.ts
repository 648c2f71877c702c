import type { Page } from '@playwright/test'
import { expect, tapFace, test, view } from './kiosk.ts'

/** Locks as a browser gives them, counted: each ends when the page is hidden, or when the tablet saves power. */
const countLocks = (page: Page) =>
  page.addInitScript(() => {
    const locks: { released: boolean; type: string }[] = []
    const seen = { state: 'visible' }
    Object.defineProperty(document, 'visibilityState', { get: () => seen.state })
    const request = async (type: string) => {
      if (seen.state !== 'visible') throw new DOMException('Hidden', 'NotAllowedError')
      const lock = { released: false, type }
      locks.push(lock)
      return lock
    }
    Object.defineProperty(navigator, 'wakeLock', { value: { request } })
    const show = (state: string) => {
      seen.state = state
      if (state === 'hidden') for (const lock of locks) lock.released = true
      document.dispatchEvent(new Event('visibilitychange'))
    }
    Object.assign(window, { locks, show })
  })

interface Counting {
  locks: { released: boolean; type: string }[]
  show(state: string): void
}

const held = (page: Page) =>
  page.evaluate(() => {
    const { locks } = window as unknown as Counting
    return { asked: locks.length, held: locks.filter(({ released }) => !released).map(({ type }) => type) }
  })

test('the screen is kept lit, again after it was hidden, and again after the tablet gave up the lock', async ({
  page,
  tablet,
}) => {
  await countLocks(page)
  await page.clock.install()
  await page.reload()
  await view(tablet, 'question')
  await expect.poll(() => held(page)).toEqual({ asked: 1, held: ['screen'] })
  await page.evaluate(() => (window as unknown as Counting).show('hidden'))
  expect(await held(page)).toEqual({ asked: 1, held: [] })
  await page.clock.fastForward(120_000)
  expect(await held(page)).toEqual({ asked: 1, held: [] })
  await page.evaluate(() => (window as unknown as Counting).show('visible'))
  await expect.poll(() => held(page)).toEqual({ asked: 2, held: ['screen'] })
  // Seen all the time: one is enough.
  await page.evaluate(() => (window as unknown as Counting).show('visible'))
  await page.clock.fastForward(120_000)
  expect(await held(page)).toEqual({ asked: 2, held: ['screen'] })
  await page.evaluate(() => {
    for (const lock of (window as unknown as Counting).locks) lock.released = true
  })
  await page.clock.fastForward(61_000)
  await expect.poll(() => held(page)).toEqual({ asked: 3, held: ['screen'] })
})

test('a tablet without wake locks, or refused one, works all the same', async ({ page, tablet }) => {
  await page.addInitScript(() => {
    const request = () => Promise.reject(new DOMException('Battery', 'NotAllowedError'))
    Object.defineProperty(navigator, 'wakeLock', { value: { request } })
  })
  await page.reload()
  await view(tablet, 'question')
  await tapFace(tablet, 5)
  await view(tablet, 'thanks')
})

test('the first touch fills the screen, and the next one after it was left', async ({ page, tablet }) => {
  const filled = () => tablet.evaluate(() => document.fullscreenElement === document.documentElement)
  await page.reload()
  await view(tablet, 'question')
  expect(await filled()).toBe(false)
  await tablet.locator('.languages button').first().click()
  await expect.poll(filled).toBe(true)
  await tablet.evaluate(() => document.exitFullscreen())
  await expect.poll(filled).toBe(false)
  await tapFace(tablet, 4)
  await expect.poll(filled).toBe(true)
  await view(tablet, 'thanks')
})
