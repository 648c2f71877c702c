import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Place } from '#app/auth/access.ts'
import { addStaff } from '#app/auth/add-staff.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import { patterns, xlsxOf } from '#app/paths.ts'
import { writeSetting } from '#db/queries/settings.ts'
import type { Role } from '#db/schema.ts'
import { aRunningCity, type RunningCity } from '#tests/world/running-city.ts'
import { OFFICES, STANDING_CODES } from '#tests/world/small-city.ts'
import { ask } from '#tests/world/visitor.ts'

const ROLES: Role[] = [
  'city_office',
  'office_head',
  'case_handler',
  'home_affairs',
  'auditor',
  'administrator',
]
const LIVE: Role[] = ['city_office', 'home_affairs', 'auditor', 'administrator']
const OFFICE_AFFAIRS: Role[] = ['city_office', 'administrator']

const REPORT = { kind: 'thang', from: '2026-02-01' }

interface Row {
  who: 'everyone' | Role[]
  /** Of those, who sees the place but changes nothing there. */
  readers?: Role[]
  /** Of those, to whom it is there of their own office alone. */
  ownOffice?: Role[]
  parameters?: Record<string, string>
}

/** Who may be where, said once more from the contract, not from the code. */
const ROWS: Record<Place, Row> = {
  home: { who: 'everyone' },
  rate: { who: 'everyone', parameters: { code: STANDING_CODES.oneStop } },
  receipt: { who: 'everyone', parameters: { receipt: '000000000000' } },
  tell: { who: 'everyone' },
  follow: { who: 'everyone' },
  followedCase: { who: 'everyone', parameters: { case: '000000000000' } },
  publicResults: { who: 'everyone' },
  publicResultsJson: { who: 'everyone' },
  publicResultsCsv: { who: 'everyone' },
  publicOffice: { who: 'everyone', parameters: { office: OFFICES.wardA } },
  signIn: { who: 'everyone' },
  signOut: { who: 'everyone' },
  providerStart: { who: 'everyone' },
  providerReturn: { who: 'everyone' },
  activate: { who: 'everyone', parameters: { code: '' } },
  forgottenPassword: { who: 'everyone' },
  healthz: { who: 'everyone' },
  readyz: { who: 'everyone' },
  account: { who: ROLES },
  accountPassword: { who: ROLES },
  accountSecondFactor: { who: ROLES },
  accountRecoveryCodes: { who: ROLES },
  overview: { who: ROLES },
  overviewCsv: { who: ROLES },
  flags: { who: LIVE },
  flagsCsv: { who: LIVE },
  alerts: { who: ['city_office'] },
  alertsCsv: { who: ['city_office'] },
  alertRules: { who: ['city_office'] },
  indexDefinition: { who: LIVE, readers: ['home_affairs', 'auditor', 'administrator'] },
  officeIndex: { who: ROLES },
  officeFigures: {
    who: ROLES,
    readers: ['office_head', 'case_handler', 'home_affairs', 'auditor', 'administrator'],
    ownOffice: ['office_head', 'case_handler'],
    parameters: { office: '{office}' },
  },
  officeFiguresCsv: {
    who: ROLES,
    ownOffice: ['office_head', 'case_handler'],
    parameters: { office: '{office}' },
  },
  between: { who: LIVE },
  betweenCsv: { who: LIVE },
  numbers: { who: LIVE },
  numbersCsv: { who: LIVE },
  ratingRows: { who: ['auditor'] },
  ratingRowsJob: { who: ['auditor'], parameters: { job: 'none' } },
  ratingRowsFile: { who: ['auditor'], parameters: { file: 'none.csv' } },
  print: { who: OFFICE_AFFAIRS },
  printPreview: { who: OFFICE_AFFAIRS },
  printAgain: { who: OFFICE_AFFAIRS },
  printSlips: { who: OFFICE_AFFAIRS },
  printSlipsFile: { who: OFFICE_AFFAIRS },
  printJob: { who: OFFICE_AFFAIRS, parameters: { job: 'none' } },
  printFile: { who: OFFICE_AFFAIRS, parameters: { file: 'none.pdf' } },
  qr: { who: OFFICE_AFFAIRS, parameters: { file: `${STANDING_CODES.oneStop}.svg` } },
  comments: { who: ['city_office', 'home_affairs', 'auditor'] },
  commentsCsv: { who: ['city_office'] },
  commentThemes: { who: ['city_office'] },
  commentThemesCsv: { who: ['city_office', 'home_affairs', 'auditor'] },
  cases: {
    who: ['city_office', 'office_head', 'case_handler'],
    readers: ['city_office', 'office_head', 'case_handler'],
  },
  casesCsv: { who: ['city_office', 'office_head', 'case_handler'] },
  feedbackCase: { who: ['city_office', 'office_head', 'case_handler'], parameters: { case: 'none' } },
  caseSettings: { who: ['city_office'] },
  publicAnswers: { who: ['city_office'], readers: ['city_office'] },
  publicAnswersCsv: { who: ['city_office'] },
  notices: { who: ROLES },
  noticesCsv: { who: ROLES },
  reports: { who: LIVE },
  reportsCsv: { who: LIVE },
  report: { who: LIVE, readers: ['auditor', 'administrator'], parameters: REPORT },
  reportRun: { who: LIVE, parameters: { job: 'none' } },
  reportRunFile: { who: LIVE, parameters: { file: 'none.docx' } },
  reportTableCsv: { who: LIVE, parameters: REPORT },
  audit: { who: ['auditor'] },
  auditCsv: { who: ['auditor'] },
  staffList: { who: ['administrator'] },
  staffMember: { who: ['administrator'], parameters: { staff: '{staff}' } },
  staffLetter: { who: ['administrator'], parameters: { staff: '{staff}' } },
  surveys: { who: OFFICE_AFFAIRS },
  surveyVersion: { who: OFFICE_AFFAIRS, parameters: { version: 'short-1' } },
  nd61: { who: ['home_affairs', 'administrator'], readers: ['administrator'] },
  nd61Csv: { who: ['home_affairs', 'administrator'] },
  administration: { who: OFFICE_AFFAIRS },
  offices: { who: OFFICE_AFFAIRS, readers: ['city_office'] },
  officesCsv: { who: OFFICE_AFFAIRS },
  openOffice: { who: ['administrator'] },
  mergeOffices: { who: ['administrator'] },
  office: { who: OFFICE_AFFAIRS, readers: ['city_office'], parameters: { office: '{office}' } },
  officeChange: { who: ['administrator'], parameters: { office: '{office}', change: 'doi-ten' } },
  counters: { who: OFFICE_AFFAIRS, readers: ['city_office'], parameters: { office: '{office}' } },
  procedures: { who: OFFICE_AFFAIRS, readers: ['city_office'] },
  proceduresCsv: { who: OFFICE_AFFAIRS },
  calendar: { who: OFFICE_AFFAIRS, readers: ['city_office'] },
  calendarCsv: { who: OFFICE_AFFAIRS },
  targets: { who: OFFICE_AFFAIRS },
  targetsCsv: { who: OFFICE_AFFAIRS },
  kiosks: { who: OFFICE_AFFAIRS, readers: ['city_office'] },
  kiosksCsv: { who: OFFICE_AFFAIRS },
  kioskGuide: { who: OFFICE_AFFAIRS },
  kioskPair: { who: 'everyone' },
  kioskRatings: { who: 'everyone' },
  kioskHeartbeat: { who: 'everyone' },
}

/** Where those who may be there can truthfully be told that there is no such thing. */
const MAY_BE_MISSING: Place[] = [
  'receipt',
  'followedCase',
  'feedbackCase',
  'printJob',
  'printFile',
  'ratingRowsJob',
  'ratingRowsFile',
  'reportRun',
  'reportRunFile',
  'providerStart',
  'providerReturn',
  'staffLetter',
]

let server: RunningCity
const cookies = new Map<Role, string>()
let somebody = ''
const PASSWORD = 'Chợ Kỳ Lừa đêm hội 27'

beforeAll(async () => {
  server = await aRunningCity({ NOW: '2026-03-16T02:00:00.000Z' })
  const { store, clock } = server.city
  const passwordHash = await hashPassword(PASSWORD)
  // Exempt from the second factor, so that every form is reached: what an account without it may do has its own test.
  await store.write((tx) => writeSetting(tx, 'demo', '1'))
  for (const role of ROLES) {
    const officeId = role === 'office_head' || role === 'case_handler' ? OFFICES.wardA : null
    const member = { email: `${role}@langson.example`, name: role, role, officeId, passwordHash }
    somebody = await store.write((tx) => addStaff(tx, clock, member))
    cookies.set(role, await signIn(member.email))
  }
}, 120_000)
afterAll(() => server.stop())

async function signIn(email: string): Promise<string> {
  const answer = await ask(`${server.address}/dang-nhap`, { form: { email, password: PASSWORD } })
  expect(answer.status).toBe(303)
  return (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ')
}

function addressOf(place: Place, office: string): string {
  const { parameters = {} } = ROWS[place]
  const filled = Object.entries(parameters).reduce(
    (path, [name, value]) => path.replace(new RegExp(`:${name}\\??`), value),
    patterns[place] as string,
  )
  return server.address + filled.replace('{office}', office).replace('{staff}', somebody)
}

const PLACES = Object.keys(patterns) as Place[]
const OWN_OTHER_PARENT = [OFFICES.wardA, OFFICES.wardB, OFFICES.city]
const CELLS = PLACES.flatMap((place) => ROLES.map((role) => [place, role] as const))

test('every place of the site map has its row', () => {
  expect(Object.keys(ROWS).sort()).toEqual([...PLACES].sort())
})

describe('every place by every role by own, other and parent office (S8)', () => {
  test.each(CELLS)('%s as %s', async (place, role) => {
    const cookie = cookies.get(role) ?? ''
    const { who } = ROWS[place]
    const mayAtAll = who === 'everyone' || who.includes(role)
    for (const office of OWN_OTHER_PARENT) {
      const isForeign = ROWS[place].ownOffice?.includes(role) && office !== OFFICES.wardA
      const may = mayAtAll && !isForeign
      // Signing out would end the session that the other cells need.
      if (place === 'signOut') continue
      const address = addressOf(place, office)
      const seen = await ask(address, { headers: { cookie } })
      const sent = await ask(address, { method: 'POST', form: {}, headers: { cookie } })
      if (!may) {
        expect(seen.status).toBe(404)
        // 405: nothing can be sent there by anybody.
        expect([404, 405]).toContain(sent.status)
        continue
      }
      const reads = ROWS[place].readers?.includes(role)
      if (reads) expect([403, 404, 405]).toContain(sent.status)
      for (const answer of reads ? [seen] : [seen, sent]) {
        expect(answer.status).toBeLessThan(500)
        expect(answer.status).not.toBe(403)
        expect(answer.headers.location ?? '').not.toMatch(/^\/dang-nhap\?next/)
      }
      if (!MAY_BE_MISSING.includes(place)) expect(seen.status).not.toBe(404)
    }
  })

  test.each(PLACES)('%s without signing in', async (place) => {
    const seen = await ask(addressOf(place, OFFICES.wardA))
    const sent = await ask(addressOf(place, OFFICES.wardA), { method: 'POST', form: {} })
    if (ROWS[place].who === 'everyone') {
      expect(seen.headers.location ?? '').not.toMatch(/^\/dang-nhap\?next/)
      return
    }
    expect([seen.status, seen.headers.location?.split('?')[0]]).toEqual([303, '/dang-nhap'])
    expect([303, 405]).toContain(sent.status)
    if (sent.status === 303) expect(sent.headers.location).toBe('/dang-nhap')
  })
})

test.each(ROLES)('%s sees the whole city or the own part of it', async (role) => {
  const seen = await ask(`${server.address}${patterns.overview}`, {
    headers: { cookie: cookies.get(role) ?? '' },
  })
  expect(seen.text).toContain('Phường Đông Kinh')
  expect(seen.text.includes('Phường Vĩnh Trại')).toBe(LIVE.includes(role))
  const list = await ask(`${server.address}${patterns.officeIndex}`, {
    headers: { cookie: cookies.get(role) ?? '' },
  })
  expect(list.text).toContain('Phường Đông Kinh')
  expect(list.text.includes('Phường Vĩnh Trại')).toBe(LIVE.includes(role))
})

/** The list of procedures is taken in again from its one form; open data is JSON and CSV. */
const ONE_FORM: Place[] = ['proceduresCsv', 'publicResultsCsv']
const WITH_A_SHEET = PLACES.filter((place) => patterns[place].endsWith('.csv') && !ONE_FORM.includes(place))

describe('a table is where its CSV is as a workbook too, for the same people', () => {
  test.each(WITH_A_SHEET.flatMap((place) => ROLES.map((role) => [place, role] as const)))(
    '%s as %s',
    async (place, role) => {
      const headers = { cookie: cookies.get(role) ?? '' }
      const { who } = ROWS[place]
      const may = who === 'everyone' || who.includes(role)
      const sheet = await ask(xlsxOf(addressOf(place, OFFICES.wardA)), { headers })
      expect(sheet.status).toBe(may ? 200 : 404)
      if (may) expect(sheet.headers['content-type']).toContain('spreadsheetml')
    },
  )
})

describe('nothing is written for another site (S3)', () => {
  const own = () => new URL(server.address).origin
  const ORIGINS = [
    ['another site', () => ({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })],
    ['a sister host', () => ({ origin: 'https://other.langson.example', 'sec-fetch-site': 'same-site' })],
    ['a hidden origin', () => ({ origin: 'null', 'sec-fetch-site': 'cross-site' })],
    ['our host at another port', () => ({ origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' })],
    ['a browser that says cross-site alone', () => ({ 'sec-fetch-site': 'cross-site' })],
    ['our own pages', () => ({ origin: own(), 'sec-fetch-site': 'same-origin' })],
  ] as const

  test.each(PLACES.filter((place) => place !== 'signOut'))('%s', async (place) => {
    const { who } = ROWS[place]
    const role = who === 'everyone' ? 'auditor' : (who[0] ?? 'auditor')
    for (const [name, headers] of ORIGINS) {
      const cookie = cookies.get(role) ?? ''
      const sent = { method: 'POST', form: {}, headers: { cookie, ...headers() } }
      const { status } = await ask(addressOf(place, OFFICES.wardA), sent)
      if (name === 'our own pages') expect(status, name).not.toBe(403)
      else expect(status, name).toBe(403)
    }
  })

  test('signing out', async () => {
    const cookie = cookies.get('auditor') ?? ''
    const at = addressOf('signOut', '')
    const foreign = await ask(at, { form: {}, headers: { cookie, origin: 'https://evil.example' } })
    expect(foreign.status).toBe(403)
    expect((await ask(addressOf('audit', ''), { headers: { cookie } })).status).toBe(200)
    // A GET changes nothing either.
    await ask(at, { headers: { cookie } })
    expect((await ask(addressOf('audit', ''), { headers: { cookie } })).status).toBe(200)
    await ask(at, { form: {}, headers: { cookie, origin: own() } })
    expect((await ask(addressOf('audit', ''), { headers: { cookie } })).status).toBe(303)
  })
})
