import type { Page } from '@playwright/test'
import { keptEntries } from '#tests/world/tablet.ts'
import { boxesOf, choose, expect, expectTouchable, LANGUAGES, SIZES, tapFace, test, view } from './kiosk.ts'
import { boxOf, expectAccessible, laidOut } from './laid-out.ts'

/** Every state of the screen, by a name; each leaves the page in it. */
const states: Record<string, (page: Page) => Promise<void>> = {
  question: async () => undefined,
  thanks: async (page) => {
    await tapFace(page, 2)
    await view(page, 'thanks')
  },
  'thanks with reasons ticked': async (page) => {
    await tapFace(page, 4)
    await view(page, 'thanks')
    await page.locator('.options button').first().click()
  },
  warning: async (page) => {
    await page.clock.fastForward(61_000)
    await page.getByRole('alertdialog').waitFor()
  },
}

for (const [name, enter] of Object.entries(states)) {
  for (const lang of LANGUAGES) {
    test(`${name} in ${lang}: accessible, big enough to touch, nothing out of sight`, async ({
      page,
      tablet,
    }) => {
      await page.clock.install()
      await page.reload()
      await view(tablet, 'question')
      for (const size of Object.values(SIZES)) {
        await page.setViewportSize(size)
        await choose(page, lang)
        await page.clock.fastForward(4_000)
        await enter(page)
        await expectAccessible(page)
        await expectTouchable(page)
        if (name === 'warning') await page.getByRole('alertdialog').locator('button').last().click()
        else if (name !== 'question') await page.locator('.end .action').click()
        await page.clock.fastForward(4_000)
      }
    })
  }
}

test('five faces of 120 px or more, each named in words', async ({ tablet }) => {
  for (const size of Object.values(SIZES)) {
    await tablet.setViewportSize(size)
    const drawn = await boxesOf(tablet.locator('.faces .face'))
    expect(drawn).toHaveLength(5)
    for (const { width, height } of drawn) expect(Math.min(width, height)).toBeGreaterThanOrEqual(120)
  }
  const named = await tablet.locator('.faces button').all()
  for (const [at, button] of named.entries()) {
    await expect(button).toHaveAccessibleName(new RegExp(`mức ${5 - at} trên 5`))
  }
})

test('by keyboard alone: another language, a rating, reasons, done; what has the focus is seen', async ({
  tablet,
}) => {
  const focused = () =>
    tablet.evaluate(() =>
      document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? ''),
    )
  const ring = () =>
    tablet.evaluate(() =>
      document.activeElement ? getComputedStyle(document.activeElement).outlineStyle : '',
    )
  let presses = 0
  const press = async (key: string) => {
    presses++
    await tablet.keyboard.press(key)
  }
  await tablet.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const until = async (word: string) => {
    for (let tries = 0; tries < 15 && !(await focused()).includes(word); tries++) await press('Tab')
    expect(await ring()).toBe('solid')
  }
  await until('EN')
  await press('Enter')
  await expect(tablet.locator('html')).toHaveAttribute('lang', 'en')
  await expect(tablet.locator('h1')).toBeFocused()
  await until('Satisfied')
  await press('Enter')
  await view(tablet, 'thanks')
  await expect(tablet.locator('h1')).toBeFocused()
  expect(presses).toBeLessThanOrEqual(15)
  await until('Time')
  await press('Space')
  await expect(tablet.locator('.options button').first()).toHaveAttribute('aria-pressed', 'true')
  await until('Done')
  await press('Enter')
  await view(tablet, 'question')
  await expect(tablet.locator('html')).toHaveAttribute('lang', 'vi')
})

test('whose counter it is, what its placard says and the way to a phone stand on it', async ({ tablet }) => {
  await expect(tablet.locator('.place')).toContainText('Bộ phận Một cửa thành phố')
  await expect(tablet.locator('.place strong')).toHaveText('Quầy số 1')
  await expect(tablet.locator('.facts')).toContainText('Bảng số 0003')
  await expect(tablet.locator('.qr path')).toHaveCount(1)
})

test('thanks are rehearsed before the first tap, and nothing of it is left or recorded', async ({
  page,
  tablet,
}) => {
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node instanceof Element) seen.push(node.className)
    }).observe(document, { subtree: true, childList: true })
  })
  await page.reload()
  await view(tablet, 'question')
  const seen = () => tablet.evaluate(() => (window as unknown as { seen: string[] }).seen)
  await expect.poll(seen).toContain('thanks rehearsed')
  await expect(tablet.locator('.thanks, .rehearsed')).toHaveCount(0)
  expect(await keptEntries(page)).toEqual({ queue: [], aside: [] })
})

test('drumming on the glass gives one rating', async ({ page, tablet, served }) => {
  await page.clock.install()
  await page.reload()
  await view(tablet, 'question')
  const before = (await served.stored()).length
  // However long the drumming takes, the next tap comes too soon.
  await page.clock.pauseAt(Date.now() + 5_000)
  const { x, y } = await boxOf(tablet.locator('.faces button').first())
  for (let n = 0; n < 25; n++) await tablet.mouse.click(x + 40, y + 40, { delay: 5 })
  await view(tablet, 'thanks')
  await tablet.locator('.end .action').click()
  await view(tablet, 'question')
  for (let n = 0; n < 5; n++) await tablet.mouse.click(x + 40, y + 40)
  await expect(tablet.locator('.soon')).toHaveText('Xin chờ một chút rồi chạm lại.')
  await page.clock.resume()
  await expect.poll(async () => (await served.stored()).length).toBe(before + 1)
})

test('untouched thanks are gone after 15 s, another language after 60 s and 20 s of warning', async ({
  page,
  tablet,
}) => {
  await page.clock.install()
  await page.reload()
  await view(tablet, 'question')
  await tapFace(tablet, 5)
  await view(tablet, 'thanks')
  await expect(tablet.locator('.running')).toBeVisible()
  await page.clock.fastForward(15_300)
  await view(tablet, 'question')
  await choose(tablet, 'EN')
  await page.clock.fastForward(61_000)
  const dialog = tablet.getByRole('alertdialog')
  await expect(dialog).toContainText('Are you still there?')
  await dialog.getByText('I am still here').click()
  await expect(dialog).toHaveCount(0)
  await page.clock.fastForward(61_000)
  await expect(dialog).toBeVisible()
  await page.clock.fastForward(21_000)
  await expect(dialog).toHaveCount(0)
  await expect(tablet.locator('html')).toHaveAttribute('lang', 'vi')
})

test('the question is read aloud in the language shown; without a voice it says so', async ({
  page,
  tablet,
}) => {
  await tablet.getByRole('button', { name: 'Đọc to' }).click()
  await expect(tablet.locator('.said')).toHaveText('Máy này chưa có giọng đọc tiếng Việt.')
  await page.addInitScript(() => {
    const said: string[] = []
    Object.assign(window, { said })
    speechSynthesis.getVoices = () => ['vi-VN', 'zh-CN'].map((lang) => ({ lang }) as SpeechSynthesisVoice)
    speechSynthesis.speak = ({ text, lang }) => void said.push(`${lang}: ${text}`)
    Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { set: () => undefined })
  })
  await page.reload()
  await view(tablet, 'question')
  await tablet.getByRole('button', { name: 'Đọc to' }).click()
  await tablet.getByRole('button', { name: 'Dừng đọc' }).click()
  await choose(tablet, '中文')
  await tablet.getByRole('button', { name: '朗读' }).click()
  const heard = () => tablet.evaluate(() => (window as unknown as { said: string[] }).said)
  await expect.poll(async () => (await heard()).length).toBe(2)
  const said = await heard()
  expect(said[0]).toMatch(/^vi: Ông\/Bà hài lòng .*Rất hài lòng, Hài lòng, Bình thường/)
  expect(said[1]).toMatch(/^zh-Hans: 您/)
})

test('a recording in Tày, where the city has put one, has its button', async ({ page, tablet, served }) => {
  await expect(tablet.locator('.listen button')).toHaveCount(1)
  await page.evaluate(async () => {
    for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister()
  })
  await page.route('**/kiosk', async (route) => {
    const answer = await route.fetch()
    const slot = '<meta name="kiosk-recording-tay" content="/kiosk/tay-00000000.mp3"></head>'
    await route.fulfill({ response: answer, body: (await answer.text()).replace('</head>', slot) })
  })
  const asked = page.waitForRequest('**/kiosk/tay-00000000.mp3')
  await page.goto(`${served.network.address}/kiosk`)
  await view(tablet, 'question')
  await tablet.getByRole('button', { name: 'Nghe tiếng Tày' }).click()
  await asked
})

test('with reduced motion nothing moves', async ({ tablet }) => {
  await tablet.emulateMedia({ reducedMotion: 'reduce' })
  await laidOut(tablet)
  const moving = await tablet.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((one) => getComputedStyle(one).transitionDuration !== '0s')
        .length,
  )
  expect(moving).toBe(0)
})
