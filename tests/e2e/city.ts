import { test as base, expect, type Page } from '@playwright/test'
import { addStaff } from '#app/auth/add-staff.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import { writeSetting } from '#db/queries/settings.ts'
import { aRunningCity, type RunningCity } from '#tests/world/running-city.ts'

export const STAFF = { email: 'vanphong@langson.example', password: 'Bến sông Kỳ Cùng 1831' }

interface Worlds {
  /** Tests that name a world of their own share their city with no others: `test.use({ world: 'journey' })`. */
  world: string
  /** The small city behind the real server, one for each worker, with one member of Văn phòng. */
  served: RunningCity
}

interface Watched {
  /** Fails the test when a page breaks its own security policy or writes to the console. */
  quiet: undefined
}

/** The small city at work on a Monday morning; `env` adds to the server's settings. */
export async function aServedCity(env: Record<string, string> = {}): Promise<RunningCity> {
  const running = await aRunningCity({ NOW: '2026-03-16T02:00:00.000Z', ...env })
  const { store, clock } = running.city
  const passwordHash = await hashPassword(STAFF.password)
  const member = { email: STAFF.email, name: 'Nông Thị Hoa', role: 'city_office', officeId: null } as const
  await store.write((tx) => addStaff(tx, clock, { ...member, passwordHash }))
  // As in a demo city: nobody is led to the second factor first (accounts.spec.ts walks that way).
  await store.write((tx) => writeSetting(tx, 'demo', '1'))
  return running
}

export const test = base.extend<Watched, Worlds>({
  world: ['shared', { scope: 'worker', option: true }],
  served: [
    async ({ world: _world }, use) => {
      const running = await aServedCity()
      await use(running)
      await running.stop()
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
  baseURL: ({ served }, use) => use(served.address),
})

export { expect }

export async function signIn(page: Page): Promise<void> {
  await page.goto('/van-phong')
  await page.locator('input[name=email]').fill(STAFF.email)
  await page.locator('input[name=password]').fill(STAFF.password)
  await page.locator('main button[type=submit]').click()
  await page.waitForURL('**/van-phong**')
}

/** Unfolds the places of a desk, as on a phone; at a desk they stand open. */
export const openMenu = (page: Page): Promise<void> => page.locator('.menu > summary').click()
