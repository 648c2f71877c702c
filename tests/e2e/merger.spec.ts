import { type Page, test } from '@playwright/test'
import { rate, times } from '#tests/app/reports/rated-city.ts'
import { type Merger2025, mergersOf2025, officesOf2023, PLACARDS } from '#tests/world/lang-son.ts'
import { expect } from './city.ts'
import { aServedLangSon, type LangSon, signInAt } from './lang-son.ts'

test.use({ javaScriptEnabled: false })
test.describe.configure({ mode: 'serial', timeout: 120_000 })

const WARDS = officesOf2023.filter(({ kind }) => kind === 'ward' || kind === 'commune')
const BEFORE = 'from=2025-05-01&to=2025-06-30'
const YEAR = 'from=2025-01-01&to=2025-12-31'

let city: LangSon
let page: Page
const idOf = new Map<string, string>()

test.beforeAll(async ({ browser }) => {
  city = await aServedLangSon('2025-07-02T02:00:00.000Z')
  await city.store.write(async (tx) => {
    for (const [at, ward] of WARDS.entries()) {
      const satisfied = times(30 + at, 5)
      await rate(tx, { office: ward.id, day: '2025-05-20' }, [...satisfied, ...times(6, 2)])
    }
  })
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'vi-VN' })
  page = await context.newPage()
  await signInAt(page, city.address)
})
test.afterAll(() => city?.stop())

const csv = async (question: string) =>
  (await page.request.get(`${city.address}/van-phong.csv?${question}`)).text()
const cells = (text: string, id: string) =>
  text
    .split('\r\n')
    .map((line) => line.split(';'))
    .find(([first]) => first === id) ?? []

let before = ''

async function merge({ name, gsoCode, day, predecessors, outside }: Merger2025): Promise<string> {
  await page.goto(`${city.address}/quan-tri/don-vi`)
  await page.getByRole('link', { name: 'Sáp nhập đơn vị' }).click()
  await page.getByLabel('Ngày sáp nhập').fill(day)
  for (const id of predecessors) await page.locator(`input[name=predecessors][value="${id}"]`).check()
  await page.getByLabel('Địa bàn ngoài thành phố').fill(outside.join('\n'))
  await page.getByLabel('Tên', { exact: true }).fill(name)
  await page.getByLabel('Mã đơn vị hành chính').fill(gsoCode)
  await page.getByLabel('Căn cứ, ghi chú').fill('Nghị quyết 1672/NQ-UBTVQH15')
  await page.locator('main button.main').click()
  await expect(page.getByRole('status')).toHaveText('Đã sáp nhập.')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

test('before the merger the eight wards and communes have their figures', async () => {
  before = await csv(BEFORE)
  for (const [at, ward] of WARDS.entries()) {
    expect(cells(before, ward.id).slice(4, 6)).toEqual([String(36 + at), String(30 + at)])
  }
})

test('a merger that cannot be is refused at its fields, with what was typed', async () => {
  await page.goto(`${city.address}/quan-tri/don-vi/sap-nhap`)
  await page.getByLabel('Ngày sáp nhập').fill('2025-07-01')
  await page.locator('input[value=tp-lang-son][name=predecessors]').check()
  await page.getByLabel('Căn cứ, ghi chú').fill('gõ nhầm')
  await page.locator('main button.main').click()
  await expect(page.getByRole('alert')).toContainText('Còn đơn vị trực thuộc đang hoạt động')
  await expect(page.getByRole('alert')).toContainText('Xin điền mục này')
  await expect(page.locator('input[value=tp-lang-son][name=predecessors]')).toBeChecked()
  await expect(page.getByLabel('Căn cứ, ghi chú')).toHaveValue('gõ nhầm')
  await expect(page.getByLabel('Tên', { exact: true })).toHaveAttribute('aria-invalid', 'true')
})

test('the four wards of 1 July 2025 are made of the old ones, names and codes used again', async () => {
  for (const merger of mergersOf2025()) idOf.set(merger.name, await merge(merger))
  await expect(page.locator('main')).toContainText('Xã Mai Pha')
  await expect(page.locator('main')).toContainText('xã Yên Trạch of huyện Cao Lộc')
  await expect(page.locator('main')).toContainText('ngoài thành phố, không có số liệu trước đó')
  expect(idOf.size).toBe(4)
})

test('departments close, and the city once nothing is open below it', async () => {
  const close = async (id: string) => {
    await page.goto(`${city.address}/quan-tri/don-vi/${id}`)
    await page.getByRole('link', { name: 'Đóng đơn vị' }).click()
    await page.getByLabel('Đóng từ ngày').fill('2025-07-01')
    await page.locator('main button.main').click()
  }
  await close('tp-lang-son')
  await expect(page.getByRole('alert')).toContainText('Còn đơn vị trực thuộc đang hoạt động')
  const departments = officesOf2023.filter(({ kind }) => kind === 'department' || kind === 'one_stop')
  for (const { id } of departments) {
    await close(id)
    await expect(page.getByRole('status')).toHaveText('Đã ghi ngày đóng.')
  }
  await close('tp-lang-son')
  await expect(page.locator('main')).toContainText('Đã đóng từ ngày 01/07/2025')
})

test('the tree of each day is that of the day', async () => {
  const tree = async (day: string) => {
    await page.goto(`${city.address}/quan-tri/don-vi?ngay=${day}`)
    return page.locator('table').first().locator('tbody tr').allInnerTexts()
  }
  const old = await tree('2025-06-30')
  expect(old).toHaveLength(15)
  expect(old.filter((row) => row.includes('Phường Tam Thanh') && row.includes('05974'))).toHaveLength(1)
  const now = await tree('2025-07-01')
  expect(now).toHaveLength(4)
  expect(now.filter((row) => row.includes('Phường Tam Thanh') && row.includes('05986'))).toHaveLength(1)
  await expect(page.locator('main')).toContainText('Đã đóng trước ngày này')
})

test('figures of before are the same as before, to the byte', async () => {
  expect(await csv(BEFORE)).toBe(before)
})

test('an old placard says for whom it counts, and counts for the successor', async () => {
  await page.goto(`${city.address}/r/${PLACARDS.vinhTrai}`)
  await expect(page.locator('main')).toContainText('Phường Vĩnh Trại')
  await expect(page.locator('main')).toContainText('Phường Đông Kinh')
  await page.getByRole('button', { name: 'Hài lòng, mức 4 trên 5', exact: true }).click()
  await page.waitForURL('**/b/*')
  for (let i = 0; i < 5; i += 1) {
    await page.goto(`${city.address}/r/${PLACARDS.vinhTrai}`)
    await page.getByRole('button', { name: 'Rất hài lòng, mức 5 trên 5' }).click()
    await page.waitForURL('**/b/*')
  }
  const rows = await city.store.read
    .selectFrom('responses')
    .select(['office_id', 'counter_id', 'day'])
    .where('day', '>=', '2025-07-01')
    .execute()
  const dongKinh = idOf.get('Phường Đông Kinh')
  expect(rows).toEqual(times(6, 5).map(() => ({ office_id: dongKinh, counter_id: null, day: '2025-07-02' })))
  expect(await csv(BEFORE)).toBe(before)
})

test('a placard of an office that closed without a successor opens nothing', async () => {
  const answer = await page.request.get(`${city.address}/r/${PLACARDS.oneStop}`)
  expect(answer.status()).toBe(404)
})

test('rolled up by lineage on request only, and said so on page and file', async () => {
  const dongKinh = idOf.get('Phường Đông Kinh') ?? ''
  const plain = await csv(YEAR)
  expect(cells(plain, dongKinh).slice(4, 6)).toEqual(['6', '6'])
  expect(cells(plain, 'p-vinh-trai').slice(4, 6)).toEqual(['38', '32'])
  expect(plain.split('\r\n')[0]).not.toContain('includes')

  await page.goto(`${city.address}/van-phong?${YEAR}`)
  await expect(page.locator('main')).not.toContainText('Đang gộp theo kế thừa')
  const sentence = await page.getByRole('heading', { level: 1 }).innerText()
  await page.getByRole('link', { name: 'Gộp theo kế thừa' }).click()
  await expect(page.locator('main')).toContainText('Đang gộp theo kế thừa')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(sentence)
  const row = page.getByRole('row').filter({ hasText: 'gồm Phường Vĩnh Trại, Phường Đông Kinh, Xã Mai Pha' })
  await expect(row.first()).toContainText('ngoài thành phố, không có số liệu trước 01/07/2025')

  const file = await page.getByRole('link', { name: 'CSV' }).getAttribute('href')
  const rolled = await csv(new URL(file ?? '', city.address).search.slice(1))
  const sums = ['p-vinh-trai', 'p-dong-kinh', 'x-mai-pha', dongKinh].map((id) => cells(plain, id))
  const added = (at: number) => String(sums.reduce((sum, line) => sum + Number(line[at]), 0))
  expect(cells(rolled, dongKinh).slice(4, 6)).toEqual([added(4), added(5)])
  expect(cells(rolled, dongKinh).at(-1)).toContain('Xã Mai Pha')
  expect(cells(rolled, 'p-vinh-trai')).toEqual([])
  expect(await csv(YEAR)).toBe(plain)
})

test('every step stands in the audit trail with its day', async () => {
  const rows = await city.store.read
    .selectFrom('audit_trail')
    .select(['action', 'after'])
    .where('action', 'like', 'office.%')
    .execute()
  const count = (action: string) => rows.filter((row) => row.action === action).length
  expect([count('office.merge'), count('office.open'), count('office.close')]).toEqual([4, 4, 15])
  const closed = rows.filter(({ action }) => action === 'office.close').map(({ after }) => after)
  expect(new Set(closed)).toEqual(new Set(['{"valid_to":"2025-06-30"}']))
})
