import { type Page, test } from '@playwright/test'
import { expect } from './city.ts'
import { expectAccessible, laidOut, violations, widthOver } from './laid-out.ts'
import { aServedLangSon, type LangSon, signInAt } from './lang-son.ts'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

let city: LangSon
test.beforeAll(async () => {
  city = await aServedLangSon('2025-05-02T02:00:00.000Z')
})
test.afterAll(() => city?.stop())

const WARD = '/quan-tri/don-vi/p-tam-thanh'
const PAGES = [
  '/quan-tri',
  '/quan-tri/don-vi',
  '/quan-tri/don-vi/mo-moi',
  '/quan-tri/don-vi/sap-nhap',
  WARD,
  `${WARD}/doi-ten`,
  `${WARD}/chuyen`,
  `${WARD}/dong`,
  `${WARD}/mo-lai`,
  `${WARD}/sua`,
  '/quan-tri/don-vi/p-vinh-trai/quay',
  '/quan-tri/thu-tuc',
  '/quan-tri/lich',
  '/quan-tri/lich?nam=2031',
  '/quan-tri/chi-tieu',
]

async function staysInside(page: Page): Promise<void> {
  const over = await widthOver(page)
  expect([page.url(), over]).toEqual([page.url(), 0])
}

test('every page is accessible in each language and at each width', async ({ page }) => {
  await signInAt(page, city.address)
  for (const path of PAGES) {
    for (const [lang, width] of [
      ['vi', 360],
      ['en', 360],
      ['zh', 1280],
    ] as const) {
      await page.setViewportSize({ width, height: 740 })
      const answer = await page.goto(`${city.address}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
      expect([path, answer?.status()]).toEqual([path, 200])
      await expectAccessible(page)
      await staysInside(page)
    }
  }
})

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false })

  /** Axe needs scripts; what it cannot see here is seen by the test above. */
  const refusedAt = async (page: Page, problem: string) => {
    await expect(page.getByRole('alert')).toContainText(problem)
    await staysInside(page)
  }

  test('an office opens, is renamed, moves, and every mistake is said at its field', async ({ page }) => {
    await signInAt(page, city.address)
    await page.getByRole('link', { name: 'Đơn vị', exact: true }).click()
    await page.getByRole('link', { name: 'Mở đơn vị mới' }).click()
    await page.getByLabel('Tên', { exact: true }).fill('Tổ lưu động')
    await page.getByLabel('Mã đơn vị hành chính').fill('12')
    await page.getByLabel('Hoạt động từ ngày').fill('2025-01-01')
    await page.locator('main button.main').click()
    await refusedAt(page, 'Mã gồm 3 đến 5 chữ số')
    await expect(page.getByLabel('Tên', { exact: true })).toHaveValue('Tổ lưu động')
    await page.getByLabel('Mã đơn vị hành chính').fill('')
    await page.getByLabel('Loại').selectOption('department')
    await page.getByLabel('Đơn vị cấp trên').selectOption('p-tam-thanh')
    await page.locator('main button.main').click()
    await expect(page.getByRole('status')).toHaveText('Đã mở đơn vị.')

    await page.getByRole('link', { name: 'Đổi tên' }).click()
    await page.getByLabel('Tên', { exact: true }).fill('Tổ công tác số 1')
    await page.getByLabel('Mang tên mới từ ngày').fill('2025-12-01')
    await page.locator('main button.main').click()
    await refusedAt(page, 'Chỉ ghi được thay đổi từ hôm nay trở về trước')
    await page.getByLabel('Mang tên mới từ ngày').fill('2025-03-01')
    await page.locator('main button.main').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tổ công tác số 1')
    await expect(page.locator('main')).toContainText('Tổ lưu động, từ 01/01/2025 đến hết 28/02/2025')

    await page.getByRole('link', { name: 'Chuyển đơn vị cấp trên' }).click()
    await page.getByLabel('Đơn vị cấp trên').selectOption('x-mai-pha')
    await page.getByLabel('Trực thuộc đơn vị mới từ ngày').fill('2025-04-01')
    await page.locator('main button.main').click()
    await expect(page.getByRole('status')).toHaveText('Đã chuyển đơn vị.')
    await expect(page.locator('main')).toContainText('Trực thuộc Xã Mai Pha')

    await page.goto(`${city.address}/quan-tri/don-vi/x-mai-pha/chuyen`)
    await page.getByLabel('Đơn vị cấp trên').selectOption({ label: await optionOf(page, 'Tổ công tác số 1') })
    await page.getByLabel('Trực thuộc đơn vị mới từ ngày').fill('2025-05-01')
    await page.locator('main button.main').click()
    await refusedAt(page, 'Đơn vị không thể trực thuộc chính mình')
  })

  const optionOf = async (page: Page, name: string) =>
    (await page.locator('#parent option').allInnerTexts()).find((text) => text.includes(name)) ?? ''

  test('a counter opens with its placard; a withdrawn code is listed to print again', async ({ page }) => {
    await signInAt(page, city.address)
    await page.goto(`${city.address}/quan-tri/don-vi/p-vinh-trai`)
    await page.getByRole('link', { name: 'Quầy, mã QR và giờ làm việc' }).click()
    await page.getByLabel('Tên quầy').fill('Quầy Hộ tịch')
    await page.getByRole('button', { name: 'Mở quầy' }).click()
    await refusedAt(page, 'Xin điền mục này')
    await page.locator('#open-day').fill('2025-05-02')
    await page.getByRole('button', { name: 'Mở quầy' }).click()
    await expect(page.getByRole('status')).toHaveText('Đã mở quầy và cấp mã QR.')
    await expect(page.locator('table').first()).toContainText('thẻ số 0004')

    await page.getByText('Thay đổi Quầy số 1').click()
    await page.locator('summary').filter({ hasText: 'cấp mã mới: thẻ số 0001' }).click()
    await page.getByRole('button', { name: /cấp mã mới.*0001/ }).click()
    await expect(page.getByRole('status')).toContainText('xin in thẻ mới')
    await expect(page.getByRole('region', { name: 'Thẻ đã thu hồi' })).toContainText('0005')
    expect((await page.request.get(`${city.address}/r/K7Q29FHX`)).status()).toBe(404)

    await page.getByLabel('Thứ Hai, buổi thứ nhất: từ').fill('07:30')
    await page.getByRole('button', { name: 'Lưu' }).click()
    await refusedAt(page, 'Xin nhập giờ và phút')
    await page.getByLabel('Thứ Hai, buổi thứ nhất: đến').fill('11:30')
    await page.getByRole('button', { name: 'Lưu' }).click()
    await expect(page.getByRole('status')).toHaveText('Đã lưu giờ làm việc.')
    await expect(page.getByLabel('Thứ Hai, buổi thứ nhất: đến')).toHaveValue('11:30')
  })

  test('procedures are taken in from a file, all or nothing, and end', async ({ page }) => {
    await signInAt(page, city.address)
    await page.goto(`${city.address}/quan-tri/thu-tuc`)
    const send = async (text: string) => {
      const buffer = Buffer.from(text)
      await page.locator('#file').setInputFiles({ name: 'thu-tuc.csv', mimeType: 'text/csv', buffer })
      await page.getByRole('button', { name: 'Nhập tệp' }).click()
    }
    const head = 'code,name,field,valid_from,valid_to\n'
    await send(`${head}1.001193,Đăng ký khai sinh,Hộ tịch,,\nsai,Thủ tục sai,Hộ tịch,,\n`)
    await refusedAt(page, 'Dòng 3: code: Mã có dạng 1.001193')
    await expect(page.locator('main')).toContainText('Không có thủ tục nào phù hợp')
    await send(`${head}1.001193,Đăng ký khai sinh,Hộ tịch,,\n2.000815,Chứng thực bản sao,Chứng thực,,\n`)
    await expect(page.getByRole('status')).toHaveText('Đã nhập tệp: 2 dòng mới.')
    await page.getByLabel('Tìm theo tên, mã hoặc lĩnh vực').fill('khai sinh')
    await page.getByRole('button', { name: 'Tìm', exact: true }).click()
    await expect(page.locator('tbody tr')).toHaveCount(1)
    await page.locator('tbody summary').click()
    await page.getByLabel('Kết thúc 1.001193 từ ngày').fill('2025-07-01')
    await page.locator('tbody button').click()
    await expect(page.getByRole('status')).toHaveText('Đã ghi ngày kết thúc.')
    await expect(page.locator('tbody')).toContainText('đến hết 30/06/2025')
  })

  test('a day of the calendar and a target are written and refused', async ({ page }) => {
    await signInAt(page, city.address)
    await page.goto(`${city.address}/quan-tri/lich?nam=2025`)
    await expect(page.locator('main')).toContainText('250 ngày làm việc trong năm')
    await page.locator('#write-day').fill('2025-09-08')
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await refusedAt(page, 'Xin điền mục này')
    await page.getByLabel('Tên ngày').fill('Nghỉ do bão')
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await expect(page.locator('main')).toContainText('249 ngày làm việc trong năm')
    await page.getByRole('button', { name: 'Bỏ ngày 08/09/2025' }).click()
    await expect(page.getByRole('status')).toHaveText('Đã bỏ ngày.')

    await page.goto(`${city.address}/quan-tri/chi-tieu?nam=2025`)
    const field = page.getByLabel('Phường Chi Lăng: Hài lòng')
    await field.fill('rất cao')
    await page.getByRole('button', { name: 'Lưu chỉ tiêu' }).click()
    await refusedAt(page, 'Xin nhập tỷ lệ từ 0 đến 100')
    await expect(field).toHaveValue('rất cao')
    await field.fill('94,5')
    await page.getByRole('button', { name: 'Lưu chỉ tiêu' }).click()
    await expect(field).toHaveValue('94,5')
    await expect(page.locator('main')).toContainText('thấp hơn của thành phố')
  })
})

test('refused forms are accessible too', async ({ page }) => {
  await signInAt(page, city.address)
  for (const path of [`${WARD}/dong`, '/quan-tri/don-vi/mo-moi', '/quan-tri/don-vi/sap-nhap']) {
    await page.goto(city.address + path)
    await page.locator('main button.main').click()
    await expect(page.getByRole('alert')).toBeVisible()
    await expectAccessible(page)
    expect(await violations(page, ['label'])).toEqual([])
  }
})

test('an office is closed by keyboard alone', async ({ page }) => {
  await signInAt(page, city.address)
  await page.goto(`${city.address}/quan-tri/don-vi/x-quang-lac`)
  const pressTo = async (wanted: string) => {
    await laidOut(page)
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement | null
        return [element?.id ?? '', element?.textContent?.trim() ?? '']
      })
      if (focused.includes(wanted)) return
    }
    throw new Error(`Not reached by keyboard: ${wanted}`)
  }
  await pressTo('Đóng đơn vị')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/dong')
  await pressTo('day')
  await page.keyboard.type('06012025')
  await pressTo('Đóng đơn vị')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toHaveText('Đã ghi ngày đóng.')
})
