import { mkdtempSync, rmSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { addStaff } from '#app/auth/add-staff.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import type { Clock } from '#app/calendar/clock.ts'
import { dayOf } from '#app/calendar/day.ts'
import { readConfig, WrongSetting } from '#app/config.server.ts'
import { raiseFlags } from '#app/integrity/raise-flags.server.ts'
import { inGroups } from '#app/invitations/crockford.ts'
import { returnLinkOf } from '#app/invitations/dossier-link.ts'
import { printedAddress, qrForTerminal } from '#app/invitations/qr.server.ts'
import type { Secret } from '#app/invitations/secret.ts'
import { patterns, ratePath } from '#app/paths.ts'
import { openStore, type Store, sqliteFile } from '#db/connection.ts'
import { contactKeysFile, openContactKeys } from '#db/contact-keys.ts'
import { StoreRefused } from '#db/dialects/sqlite.ts'
import { findDossierToRate } from '#db/queries/dossier-links.ts'
import { listStandingLinks } from '#db/queries/standing-links.ts'
import type { Role } from '#db/schema.ts'
import { makeDemoCases } from './demo-city/demo-cases.ts'
import { tabletCode } from './demo-city/demo-tablet.ts'
import { makeDemoCity } from './demo-city/make-demo-city.ts'

/** `npm run demo`: a made-up city with a year of ratings in a throw-away file, served until it is stopped. */
const RATINGS = 9_000
const SEED = 1
/** The city's own one-stop hall. */
const HALL = 'bpmc-tp'

const member = (
  email: string,
  name: string,
  role: Role,
  password: string,
  officeId: string | null = null,
) => ({ email, name, role, password, officeId })

const STAFF = [
  member('vanphong@demo.example', 'Nông Thị Hoa', 'city_office', 'ky-cung-1831'),
  member('noivu@demo.example', 'Hoàng Thị Mai', 'home_affairs', 'nhi-thanh-1779'),
  member('giamsat@demo.example', 'Vi Văn Hùng', 'auditor', 'mau-son-1541'),
  member('quantri@demo.example', 'Lương Văn Thắng', 'administrator', 'tam-thanh-1779'),
  member('phuong@demo.example', 'Hứa Thị Lan', 'office_head', 'dong-kinh-1828', 'p-dong-kinh'),
  member('xuly@demo.example', 'Triệu Văn Bình', 'case_handler', 'ky-lua-1671', 'bpmc-tp'),
]
/** Whom the made-up complaints are about. */
const COMPLAINED_OF = ['p-dong-kinh', 'p-tam-thanh', 'x-hoang-dong']

process.env.NODE_ENV = 'production'
const folder = mkdtempSync(join(tmpdir(), 'hai-long-demo-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

try {
  await demonstrate(process.argv.includes('--lan'))
} catch (cause) {
  const known = cause instanceof WrongSetting || cause instanceof StoreRefused
  console.error(known || isTaken(cause) ? (cause as Error).message : cause)
  process.exit(1)
}

async function demonstrate(lan: boolean): Promise<void> {
  const port = process.env.PORT || '3000'
  const origin = `http://${lan ? lanAddress() : '127.0.0.1'}:${port}`
  const env = {
    LOG_LEVEL: 'warn',
    APP_ORIGIN: origin,
    ...process.env,
    PORT: port,
    HOST: lan ? '0.0.0.0' : process.env.HOST || '127.0.0.1',
    DATABASE_URL: `sqlite:${join(folder, 'city.sqlite')}`,
  }
  const { databaseUrl, secret, clock, origin: printed } = readConfig(env)
  process.stderr.write('Making the demo city ...')
  const file = sqliteFile(databaseUrl)
  const wanted = {
    ratings: RATINGS,
    seed: SEED,
    until: dayOf(clock.now()),
    file,
    secret,
    onProgress: dotEachMonth(),
  }
  const made = await makeDemoCity(wanted)
  process.stderr.write('\n')
  const ways = await settle(databaseUrl, secret, clock)
  const build = await import(new URL('../build/server/index.js', import.meta.url).href)
  const running = await build.entry.module.start(build, env, 'build/client')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => running.stop().then(() => process.exit(0)))
  }
  console.log(welcome(printed, ways, made))
}

/** Two ways to rate: a counter's standing code, and the link of a dossier returned lately. */
interface Ways {
  code: string
  token: string
  /** Pairs a tablet at the city's one-stop hall within ten minutes; '' where there is no counter. */
  tablet: string
}

/** Adds the demo's staff; answers ways to begin with. */
async function settle(databaseUrl: string, secret: Secret, clock: Clock): Promise<Ways> {
  const store = openStore(databaseUrl)
  const people = new Map<Role, Viewer>()
  for (const { email, name, role, password, officeId } of STAFF) {
    const passwordHash = await hashPassword(password)
    const staffId = await store.write((tx) =>
      addStaff(tx, clock, { email, name, role, officeId, passwordHash }),
    )
    people.set(role, { staffId, name, email, role, officeId, mayChange: true })
  }
  await complain(store, secret, clock, databaseUrl, people)
  await raiseFlags(store, clock)
  const links = await listStandingLinks(store.read)
  const dossier = await findDossierToRate(store.read, clock.now().toISOString())
  const administrator = people.get('administrator')
  const tablet = administrator ? await tabletCode({ store, clock, secret }, administrator, HALL) : ''
  await store.close()
  return {
    tablet,
    code: links.find((link) => link.office_id === HALL)?.code ?? links[0]?.code ?? '',
    token: dossier ? returnLinkOf(secret, dossier.code).token : '',
  }
}

/** Complaints in each state, made by the deeds themselves. */
async function complain(
  store: Store,
  secret: Secret,
  clock: Clock,
  databaseUrl: string,
  people: ReadonlyMap<Role, Viewer>,
): Promise<void> {
  const [cityOffice, handler] = [people.get('city_office'), people.get('case_handler')]
  if (!cityOffice || !handler) return
  const contactKeys = openContactKeys(contactKeysFile(sqliteFile(databaseUrl)))
  const desk = { cityOffice, handler, offices: COMPLAINED_OF }
  await makeDemoCases({ store, secret, contactKeys }, desk, dayOf(clock.now()))
  contactKeys.close()
}

function welcome(
  origin: string,
  { code, token, tablet }: Ways,
  made: { ratings: number; dossiers: number; from: string; to: string },
) {
  const people = STAFF.map(
    ({ email, password, role }) => `  ${email.padEnd(22)} ${password.padEnd(16)} (${role})`,
  )
  return [
    '',
    qrForTerminal(printedAddress(origin, code)),
    `A citizen rates at   ${origin}${ratePath(code)}`,
    ...(token ? [`or by a dossier's slip ${origin}${ratePath(token)}`] : []),
    ...(tablet ? [`A tablet is paired at ${origin}/kiosk with ${inGroups(tablet)} (10 minutes)`] : []),
    `Staff look at        ${origin}${patterns.overview}`,
    'and sign in with',
    ...people,
    '',
    `${made.ratings} ratings and ${made.dossiers} dossiers, ${made.from} to ${made.to}. Ctrl-C ends it; nothing is kept.`,
  ].join('\n')
}

function dotEachMonth() {
  let last = ''
  return ({ day }: { day: string }) => {
    if (day.slice(0, 7) === last) return
    last = day.slice(0, 7)
    process.stderr.write('.')
  }
}

/** The first address of this machine that a phone on the same network can reach. */
function lanAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1'
}

function isTaken(cause: unknown): boolean {
  return (cause as { code?: string }).code === 'EADDRINUSE'
}
