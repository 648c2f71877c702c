import type { Page } from '@playwright/test'
import { keptEntries } from '#tests/world/tablet.ts'
import { expect, tapFace, test, view } from './kiosk.ts'

/** How the one before leaves the tablet to the next. */
const endings: Record<string, (page: Page) => Promise<unknown>> = {
  'says that it is done': (page) => page.locator('.end .action').click(),
  'walks away': (page) => page.clock.fastForward(81_000),
  'reloads the page': (page) => page.reload(),
  'presses Back': (page) => page.evaluate(() => history.back()),
  'goes elsewhere and comes back': async (page) => {
    await page.goto('about:blank')
    await page.goBack()
  },
}

/** Everything a page could give away: its text, its states, its address and what the browser keeps for it. */
const shownBy = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('#tablet')
    const states = [...(root?.querySelectorAll('[aria-pressed=true]') ?? [])].map((one) => one.textContent)
    const kept = [...Object.entries(sessionStorage), ['name', window.name], ['hash', location.href]]
    return { text: root?.textContent, lang: document.documentElement.lang, states, kept }
  })

for (const [ending, end] of Object.entries(endings)) {
  test(`several people on one offline tablet, the first of whom ${ending}: nothing shown, nothing merged`, async ({
    page,
    tablet,
    served,
  }) => {
    await tablet.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.clock.install()
    await page.reload()
    await view(tablet, 'question')
    const found = await shownBy(tablet)
    const before = (await served.stored()).length
    served.network.mishap = 'away'

    await tablet.locator('.languages button', { hasText: 'EN' }).click()
    await tapFace(tablet, 1)
    await view(tablet, 'thanks')
    await tablet.locator('.options button').nth(1).click()
    await tablet.locator('.options button').nth(5).click()
    await end(page)
    await view(tablet, 'question')
    await expect.poll(() => shownBy(tablet)).toEqual(found)
    await page.clock.fastForward(4_000)
    await tapFace(tablet, 5)
    await view(tablet, 'thanks')
    await expect(tablet.locator('.options [aria-pressed=true]')).toHaveCount(0)
    await expect(tablet.locator('.chosen p')).toHaveText('Ông/Bà đã chọn: Rất hài lòng')
    await tablet.locator('.options button').first().click()
    await tablet.locator('.end .action').click()
    await view(tablet, 'question')
    await page.clock.fastForward(4_000)
    await tapFace(tablet, 3)
    await view(tablet, 'thanks')
    await expect.poll(async () => (await keptEntries(tablet)).queue.length).toBeGreaterThan(3)

    served.network.mishap = 'none'
    await tablet.evaluate(() => dispatchEvent(new Event('online')))
    await expect.poll(async () => (await keptEntries(tablet)).queue.length).toBe(0)
    const stored = (await served.stored()).slice(before)
    expect(stored.map(({ level, lang }) => `${level} ${lang}`)).toEqual(['1 en', '5 vi', '3 vi'])
    const answers = stored.map(({ answers }) => JSON.parse(answers).reasons ?? [])
    // A reload may come before the ticks of the first are kept; they are never anybody else's.
    if (ending !== 'reloads the page' && ending !== 'goes elsewhere and comes back') {
      expect(answers[0]).toEqual(['attitude', 'fees'])
    }
    expect(answers.slice(1)).toEqual([['time'], []])
  })
}

test('a tablet that many people drum on at once counts each visit once', async ({ page, tablet, served }) => {
  await page.clock.install()
  await page.reload()
  await view(tablet, 'question')
  const before = (await served.stored()).length
  const levels = [1, 2, 3, 4, 5, 5, 4, 3, 2, 1]
  for (const level of levels) {
    for (const again of [0, 1, 2]) {
      await tablet.evaluate(
        (value) => {
          document.querySelector<HTMLElement>(`.faces button[value="${value}"]`)?.click()
        },
        again === 0 ? level : 3,
      )
    }
    await view(tablet, 'thanks')
    await page.clock.fastForward(15_300)
    await view(tablet, 'question')
    await page.clock.fastForward(1_000)
  }
  await expect.poll(async () => (await served.stored()).length).toBe(before + levels.length)
  expect((await served.stored()).slice(before).map(({ level }) => level)).toEqual(levels)
})
