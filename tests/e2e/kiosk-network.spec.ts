import { LYING_ANSWERS } from '#tests/app/kiosk/lying-answers.ts'
import type { Mishap } from '#tests/world/bad-network.ts'
import { keptEntries } from '#tests/world/tablet.ts'
import { expect, pair, tapFace, test, view } from './kiosk.ts'

const LIES: { name: string; mishap: Mishap }[] = [
  ...LYING_ANSWERS.map(({ name, answer }) => ({ name, mishap: { lie: answer } })),
  { name: 'a reset', mishap: 'lose request' },
  { name: 'one that takes the request and hangs', mishap: 'hang' },
]

test('R6: no lying network takes a rating out of the queue, and the true one gets it once', async ({
  page,
  tablet,
  served,
}) => {
  await page.clock.install()
  await page.reload()
  await view(tablet, 'question')
  const before = (await served.stored()).length
  const { network } = served
  network.path = /^\/api\/kiosk\/ratings$/
  for (const [at, { name, mishap }] of LIES.entries()) {
    network.mishap = mishap
    const asked = network.asked
    await page.clock.fastForward(4_000)
    await tapFace(tablet, 1 + (at % 5))
    await view(tablet, 'thanks')
    await expect.poll(() => network.asked, { message: name }).toBeGreaterThan(asked)
    await page.clock.fastForward(30_000)
    await view(tablet, 'question')
    expect((await keptEntries(tablet)).queue, name).toHaveLength(at + 1)
  }
  expect(await served.stored()).toHaveLength(before)
  network.mishap = 'none'
  await page.clock.fastForward(310_000)
  await expect.poll(async () => (await keptEntries(tablet)).queue.length).toBe(0)
  const stored = (await served.stored()).slice(before)
  expect(stored.map(({ level }) => level)).toEqual(LIES.map((_, at) => 1 + (at % 5)))
  network.path = /^\/api\/kiosk\//
})

test('a lost answer, a request delivered twice and a lost request each leave one rating', async ({
  page,
  tablet,
  served,
}) => {
  await page.clock.install()
  await page.reload()
  await view(tablet, 'question')
  const before = (await served.stored()).length
  for (const mishap of ['lose answer', 'twice', 'lose request'] as const) {
    served.network.mishap = mishap
    await page.clock.fastForward(4_000)
    await tapFace(tablet, 4)
    await view(tablet, 'thanks')
    await page.clock.fastForward(16_000)
    await view(tablet, 'question')
    served.network.mishap = 'none'
    await page.clock.fastForward(310_000)
    await expect.poll(async () => (await keptEntries(tablet)).queue.length, { message: mishap }).toBe(0)
  }
  await expect.poll(async () => (await served.stored()).length).toBe(before + 3)
  expect((await keptEntries(tablet)).aside).toEqual([])
})

test('two tabs of one tablet number and chain together', async ({ tablet, served, context }) => {
  const other = await context.newPage()
  await other.goto('/kiosk')
  await view(other, 'question')
  served.network.mishap = 'away'
  for (const page of [tablet, other, tablet, other]) {
    await page.bringToFront()
    await tapFace(page, 5)
    await view(page, 'thanks')
    await page.locator('.end .action').click()
    await page.waitForTimeout(3_100)
  }
  const { queue } = await keptEntries(tablet)
  expect(queue.map(({ number }) => number)).toEqual([1, 2, 3, 4])
  for (const [at, entry] of queue.entries()) {
    if (at > 0) expect(entry.previous).toBe(queue[at - 1]?.hash)
  }
})

test('a credential taken back stops the screen and keeps what waits; paired again it all arrives', async ({
  page,
  tablet,
  served,
}) => {
  const before = (await served.stored()).length
  served.network.mishap = 'away'
  await tapFace(tablet, 2)
  await view(tablet, 'thanks')
  await tablet.locator('.end .action').click()
  await served.revoke()
  served.network.mishap = 'none'
  await tablet.evaluate(() => dispatchEvent(new Event('online')))
  await view(tablet, 'revoked')
  await expect(tablet.getByRole('heading')).toHaveText('Máy này đã được ngừng')
  await page.reload()
  await view(tablet, 'revoked')
  await expect(tablet.locator('main')).toContainText('Máy còn giữ 1 lượt chưa gửi')
  expect(await served.stored()).toHaveLength(before)
  await tablet.getByRole('button', { name: 'Ghép lại máy' }).click()
  await pair(page, await served.pairingCode())
  await expect.poll(async () => (await served.stored()).length).toBe(before + 1)
  expect((await keptEntries(tablet)).queue).toEqual([])
})

test('a credential that the server does not know pauses sending, never recording', async ({
  page,
  tablet,
  served,
}) => {
  await page.clock.install()
  await page.reload()
  await view(tablet, 'question')
  const lie = { status: 401, type: 'application/problem+json', text: '{"code":"expired"}' }
  served.network.mishap = { lie }
  await tapFace(tablet, 4)
  await view(tablet, 'thanks')
  await tablet.locator('.end .action').click()
  await expect(tablet.locator('.banner')).toContainText('Máy cần được ghép lại với quầy')
  // Whoever opens the page for pairing and walks away does not stop the tablet.
  await tablet.getByRole('button', { name: 'Ghép lại máy' }).click()
  await view(tablet, 'pairing')
  await page.clock.fastForward(181_000)
  await view(tablet, 'question')
  await page.clock.fastForward(3_100)
  await tapFace(tablet, 3)
  await view(tablet, 'thanks')
  expect((await keptEntries(tablet)).queue).toHaveLength(2)
})

test('a wrong code, an empty one and a missing network are told apart', async ({ page, served }) => {
  await page.goto('/kiosk')
  const problem = page.locator('.problem')
  const button = page.getByRole('button', { name: 'Ghép máy' })
  await button.click()
  await expect(problem).toHaveText('Xin nhập mã.')
  await page.locator('#code').fill('0000 0000')
  await button.click()
  await expect(problem).toContainText('Mã chưa đúng')
  served.network.mishap = 'away'
  await button.click()
  await expect(problem).toContainText('Chưa nối được với máy chủ')
  served.network.mishap = 'none'
  await page.locator('#code').fill((await served.pairingCode()).toLowerCase())
  await button.click()
  await view(page, 'question')
})
