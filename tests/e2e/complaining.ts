import type { Browser, Page } from '@playwright/test'
import { addStaff } from '#app/auth/add-staff.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import type { Role } from '#db/schema.ts'
import type { RunningCity } from '#tests/world/running-city.ts'
import { STANDING_CODES } from '#tests/world/small-city.ts'

export const PASSWORD = 'Bến sông Kỳ Cùng 1831'
/** A person reads the page before writing. */
const READING_MS = 3_200

/** Somebody with an account; answers the e-mail. */
export async function aMember(
  { city }: RunningCity,
  role: Role,
  officeId: string | null,
  name: string,
): Promise<string> {
  const email = `${name}@langson.example`
  const passwordHash = await hashPassword(PASSWORD)
  await city.store.write((tx) => addStaff(tx, city.clock, { email, name, role, officeId, passwordHash }))
  return email
}

/** Another device of somebody who signs in there. */
export async function signedIn(browser: Browser, { address }: RunningCity, email: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.goto('/dang-nhap')
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(PASSWORD)
  await page.locator('main button[type=submit]').click()
  await page.waitForURL('**/van-phong**')
  return page
}

/** From a tap of 1 to a complaint; answers the code as it is shown to be kept. */
export async function complain(page: Page, story: string): Promise<string> {
  await page.goto(`/r/${STANDING_CODES.wardA}`)
  await page.locator('button[value="1"]').click()
  await page.waitForURL('**/b/*')
  await page.getByRole('link', { name: 'Gửi phản ánh, kiến nghị' }).click()
  await page.getByLabel('Việc gì đã xảy ra').fill(story)
  await page.locator('summary').click()
  await page.getByLabel('Số điện thoại').fill('0912 345 678')
  await page.getByLabel('Tôi đồng ý').check()
  await page.waitForTimeout(READING_MS)
  await page.getByRole('button', { name: 'Gửi phản ánh' }).click()
  await page.waitForURL('**/theo-doi/*')
  return (await page.locator('code').textContent()) ?? ''
}
