import { mkdtempSync, rmSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { addStaff } from '#app/auth/add-staff.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import { dayOf } from '#app/calendar/day.ts'
import { readConfig, WrongSetting } from '#app/config.server.ts'
import { printedAddress, qrForTerminal } from '#app/invitations/qr.server.ts'
import { patterns, ratePath } from '#app/paths.ts'
import { openStore, sqliteFile } from '#db/connection.ts'
import { StoreRefused } from '#db/dialects/sqlite.ts'
import { listStandingLinks } from '#db/queries/standing-links.ts'
import type { Role } from '#db/schema.ts'
import { makeDemoCity } from './demo-city/make-demo-city.ts'

/** `npm run demo`: a made-up city with a year of ratings in a throw-away file, served until it is stopped. */
const RATINGS = 9_000
const SEED = 1

const STAFF: { email: string; name: string; role: Role; password: string }[] = [
  { email: 'vanphong@demo.example', name: 'Nông Thị Hoa', role: 'city_office', password: 'ky-cung-1831' },
  {
    email: 'quantri@demo.example',
    name: 'Lương Văn Thắng',
    role: 'administrator',
    password: 'tam-thanh-1779',
  },
]

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
  const code = await settleStaff(databaseUrl)
  const build = await import(new URL('../build/server/index.js', import.meta.url).href)
  const running = await build.entry.module.start(build, env, 'build/client')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => running.stop().then(() => process.exit(0)))
  }
  console.log(welcome(printed, code, made))
}

/** Adds the demo's staff; answers a standing code to begin with. */
async function settleStaff(databaseUrl: string): Promise<string> {
  const store = openStore(databaseUrl)
  const clock = { now: () => new Date() }
  for (const { email, name, role, password } of STAFF) {
    const passwordHash = await hashPassword(password)
    await store.write((tx) => addStaff(tx, clock, { email, name, role, officeId: null, passwordHash }))
  }
  const links = await listStandingLinks(store.read)
  await store.close()
  return links.find((link) => link.office_id === 'bpmc-tp')?.code ?? links[0]?.code ?? ''
}

function welcome(
  origin: string,
  code: string,
  made: { ratings: number; dossiers: number; from: string; to: string },
) {
  const people = STAFF.map(({ email, password, role }) => `  ${email}   ${password}   (${role})`)
  return [
    '',
    qrForTerminal(printedAddress(origin, code)),
    `A citizen rates at   ${origin}${ratePath(code)}`,
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
