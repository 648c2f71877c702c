import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { addStaff } from '#app/auth/add-staff.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import { openStore, type Store } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'
import { writeSetting } from '#db/queries/settings.ts'
import { settleLangSon } from '#tests/world/lang-son.ts'
import { serve } from '#tests/world/running-city.ts'
import { testClock } from '#tests/world/small-city.ts'

export const ADMINISTRATOR = { email: 'quantri@langson.example', password: 'Ải Chi Lăng 1427' }

/** Lạng Sơn as it stood before the merger, served by the real build, with an administrator. */
export interface LangSon {
  store: Store
  address: string
  stop(): Promise<void>
}

export async function aServedLangSon(now: string): Promise<LangSon> {
  const dir = mkdtempSync(join(tmpdir(), 'lang-son-'))
  const databaseUrl = `sqlite:${join(dir, 'city.sqlite')}`
  const store = openStore(databaseUrl)
  await migrate(store.owner, store.differences)
  const passwordHash = await hashPassword(ADMINISTRATOR.password)
  await store.write(async (tx) => {
    await settleLangSon(tx)
    // As in a demo city: nobody is led to the second factor first.
    await writeSetting(tx, 'demo', '1')
    const { email } = ADMINISTRATOR
    const clock = testClock(now)
    await addStaff(tx, clock, {
      ...{ email, name: 'Hoàng Văn Quản', role: 'administrator', officeId: null, passwordHash },
    })
  })
  const server = await serve(databaseUrl, { NOW: now })
  return {
    store,
    address: server.address,
    async stop() {
      await server.stop()
      await store.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

export async function signInAt(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/quan-tri`)
  await page.locator('input[name=email]').fill(ADMINISTRATOR.email)
  await page.locator('input[name=password]').fill(ADMINISTRATOR.password)
  await page.locator('main button[type=submit]').click()
  await expect(page).toHaveURL(/\/quan-tri$/)
}
