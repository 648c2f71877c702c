import type { Page } from '@playwright/test'
import { aDossierLink } from '#tests/world/dossier-link.ts'
import { OFFICES, STANDING_CODES } from '#tests/world/small-city.ts'
import { expect, signIn, test } from './city.ts'
import { boxOf, expectAccessible, widthOver } from './laid-out.ts'

const LANGUAGES = ['vi', 'en', 'zh'] as const

/** Every page of this city in its states, by a name; each leaves the browser on it. */
const citizenPages: Record<string, (page: Page, lang: string) => Promise<unknown>> = {
  home: (page, lang) => page.goto(`/?lang=${lang}`),
  rate: (page, lang) => page.goto(`/r/${STANDING_CODES.oneStop}?lang=${lang}`),
  unusable: (page, lang) => page.goto(`/r/NOSUCH00?lang=${lang}`),
  'not found': (page, lang) => page.goto(`/nowhere?lang=${lang}`),
  receipt: async (page, lang) => {
    await page.goto(`/r/${STANDING_CODES.oneStop}?lang=${lang}`)
    await page.locator('button[value="2"]').click()
    await page.waitForURL('**/b/*')
  },
  'sign-in': (page, lang) => page.goto(`/dang-nhap?lang=${lang}`),
}

for (const lang of LANGUAGES) {
  for (const [name, open] of Object.entries(citizenPages)) {
    test(`${name} in ${lang}: accessible at 320, 360 and 1280 px, nothing runs out sideways`, async ({
      page,
    }) => {
      for (const width of [320, 360, 1280]) {
        await page.setViewportSize({ width, height: 640 })
        await open(page, lang)
        await expectAccessible(page)
        expect(await widthOver(page)).toBe(0)
      }
    })
  }

  test(`overview in ${lang}: accessible at 360 and 1280 px`, async ({ page }) => {
    await signIn(page)
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(`/van-phong?from=2026-03-01&to=2026-03-31&lang=${lang}`)
      await expectAccessible(page)
      expect(await widthOver(page)).toBe(0)
    }
  })
}

test('all five faces are in sight at 360 x 640, each at least 48 px high and named in words', async ({
  page,
  served,
}) => {
  const link = await aDossierLink(served.city, 'H37.12-260310-0777', OFFICES.wardA)
  for (const code of [STANDING_CODES.oneStop, link]) {
    await page.goto(`/r/${code}`)
    const buttons = page.locator('button[name=level]')
    await expect(buttons).toHaveCount(5)
    for (const [at, button] of (await buttons.all()).entries()) {
      const { y, height } = await boxOf(button)
      expect(height).toBeGreaterThanOrEqual(48)
      expect(y + height).toBeLessThanOrEqual(640)
      await expect(button).toHaveAccessibleName(new RegExp(`mức ${5 - at} trên 5`))
    }
  }
})
