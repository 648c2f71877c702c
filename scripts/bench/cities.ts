import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { addStaff } from '#app/auth/add-staff.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import { systemClock } from '#app/calendar/clock.ts'
import { openStore } from '#db/connection.ts'
import { findStaffByEmail } from '#db/queries/staff.ts'
import { makeDemoCity } from '../demo-city/make-demo-city.ts'
import { progress } from './print.ts'
import { SECRET } from './server.ts'

const root = join(import.meta.dirname, '../..')
const SEED = 1
/** A fixed day, so that every run measures the same cities. */
const UNTIL = '2026-11-01'
/** The year the cities have lived through. */
export const YEAR = { from: '2025-11-01', to: '2026-10-31' } as const
/** A city that has lived through one whole year of the calendar. */
export const CALENDAR_YEAR = { from: '2025-01-01', until: '2026-01-01' } as const
/** linux/magic.h: a file there never reaches a disk, and its commits cost nothing. */
const TMPFS = 0x01021994

/** Who reads the overview. */
export const STAFF = { email: 'bench@example.vn', password: 'do-luong-chu-khong-doan' } as const

/** A directory on a real disk that outlives the run, one for each place this code lies in. */
export function benchFolder(): string {
  const inMemory = statfsSync(tmpdir()).type === TMPFS
  const place = createHash('sha256').update(root).digest('hex').slice(0, 8)
  const folder = join(inMemory ? join(root, '.cache') : tmpdir(), `hai-long-bench-${place}`)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** A demo city of that many ratings with somebody who can sign in; made once for as long as its makers stay the same. */
export async function demoCity(ratings: number, offices?: number, until = UNTIL): Promise<string> {
  const folder = benchFolder()
  const makers = digestOfMakers()
  removeCitiesOfOtherMakers(folder, makers)
  const parts = [ratings, offices, until === UNTIL ? undefined : until]
  const size = parts.filter((part) => part !== undefined).join('-')
  const file = join(folder, `city-${size}-${makers}.sqlite`)
  if (!existsSync(file)) await makeCity({ ratings, offices, until }, file)
  await addReader(file)
  return file
}

interface CityOfSize {
  ratings: number
  offices: number | undefined
  until: string
}

async function makeCity({ ratings, offices, until }: CityOfSize, file: string): Promise<void> {
  const unfinished = `${file}.part`
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(unfinished + end, { force: true })
  progress(`Making a city of ${ratings} ratings ...`)
  let told = 0
  await makeDemoCity({
    ratings,
    ...(offices === undefined ? {} : { offices }),
    seed: SEED,
    until,
    file: unfinished,
    secret: SECRET,
    onProgress({ share }) {
      if (share < told + 0.2) return
      told = share
      progress(`  ${Math.round(share * 100)}%`)
    },
  })
  renameSync(unfinished, file)
}

/** A copy to tap into, so that the next run measures the same city. */
export async function copyCity(from: string, to: string): Promise<void> {
  const source = new Database(from, { readonly: true })
  await source.backup(to)
  source.close()
}

async function addReader(file: string): Promise<void> {
  const store = openStore(`sqlite:${file}`)
  if (!(await findStaffByEmail(store.read, STAFF.email))) {
    const passwordHash = await hashPassword(STAFF.password)
    const member = { ...STAFF, name: 'Bench', role: 'city_office', officeId: null, passwordHash } as const
    await store.write((tx) => addStaff(tx, systemClock, member))
  }
  await store.close()
}

function digestOfMakers(): string {
  const hash = createHash('sha256').update(`${SEED} ${UNTIL} ${SECRET.key} ${STAFF.password}`)
  for (const folder of ['scripts/demo-city', 'db/migrations']) {
    for (const name of readdirSync(join(root, folder)).sort()) {
      hash.update(name).update(readFileSync(join(root, folder, name)))
    }
  }
  return hash.digest('hex').slice(0, 12)
}

function removeCitiesOfOtherMakers(folder: string, makers: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith('city-') && !name.includes(makers)) rmSync(join(folder, name))
  }
}
