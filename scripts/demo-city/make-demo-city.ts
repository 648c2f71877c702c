import type { Day } from '#app/calendar/day.ts'
import type { Reading } from '#app/comments/comment.ts'
import { readingNow } from '#app/comments/keep-comment.server.ts'
import type { Secret } from '#app/invitations/secret.ts'
import { type Filling, fillFile } from '#db/bulk.ts'
import { openStore } from '#db/connection.ts'
import { StoreRefused } from '#db/dialects/sqlite.ts'
import { migrate } from '#db/migrate.ts'
import { listOffices } from '#db/queries/offices.ts'
import { CityCalendar } from './city-calendar.ts'
import { type City, cityOf, FEWEST_OFFICES } from './city-tree.ts'
import { quotasOf } from './quotas.ts'
import { Random } from './random.ts'
import { standingCodesOf } from './standing-codes.ts'
import { CityYear } from './year.ts'

export interface DemoCity {
  ratings: number
  seed: number
  /** Offices in all; beyond the city's own fifteen, wards are made up. */
  offices?: number
  /** The year is the twelve whole months before this day. */
  until: Day
  file: string
  secret: Secret
  onProgress?: (progress: { day: Day; share: number; ratings: number; dossiers: number }) => void
}

export interface MadeCity {
  from: Day
  to: Day
  offices: number
  standingCodes: number
  dossiers: number
  ratings: number
  amendments: number
}

/**
 * Makes a city with a year of dossiers and ratings in a file that has none yet. The same numbers, day and secret give
 * the same rows; only the time of its migrations differs.
 * @throws StoreRefused when the file holds offices already, is in use or is no database
 */
export async function makeDemoCity(wanted: DemoCity): Promise<MadeCity> {
  const reading = await prepareFile(wanted.file)
  const random = new Random(`hai-long-demo|${wanted.seed}`)
  const city = cityOf(wanted.offices ?? FEWEST_OFFICES, random.for('city'))
  return fillFile(wanted.file, (filling) => fillCity(filling, city, { ...wanted, reading }, random))
}

/** Brings a file to the newest schema, makes sure that it holds no city, and says how it reads comments. @throws StoreRefused when it does */
export async function prepareFile(file: string): Promise<Reading> {
  const store = openStore(`sqlite:${file}`)
  try {
    await migrate(store.owner, store.differences)
    const offices = await listOffices(store.read)
    if (offices.length > 0)
      throw new StoreRefused(`The database ${file} already holds ${offices.length} offices.`)
    return await readingNow(store.read)
  } finally {
    await store.close()
  }
}

function fillCity(
  filling: Filling,
  city: City,
  wanted: DemoCity & { reading: Reading },
  random: Random,
): MadeCity {
  const calendar = new CityCalendar(wanted.until)
  const invitations = filling.into('invitations')
  writeTree(filling, city)
  const codes = standingCodesOf(city, random.for('standing codes'), calendar.at(0).start)
  for (const code of codes) invitations.add(code)
  const { secret, until, reading } = wanted
  const parts = { filling, calendar, random: random.for('year'), secret, until, reading }
  const year = new CityYear(parts, quotasOf(wanted.ratings, city.offices), invitations)
  for (const day of calendar.days.slice(0, calendar.length)) {
    year.live(day)
    const share = (day.index + 1) / calendar.length
    wanted.onProgress?.({ day: day.day, share, ratings: year.book.ratings, dossiers: year.dossiers })
  }
  return {
    from: calendar.first,
    to: calendar.last,
    offices: city.offices.length,
    standingCodes: codes.length,
    dossiers: year.dossiers,
    ratings: year.book.ratings,
    amendments: year.book.amendments,
  }
}

function writeTree(filling: Filling, city: City): void {
  filling.into('settings').add({ key: 'demo', value: '1' })
  const offices = filling.into('offices')
  const counters = filling.into('counters')
  const fields = filling.into('fields')
  const procedures = filling.into('procedures')
  for (const office of city.offices) {
    offices.add(office.row)
    for (const counter of office.counters) counters.add(counter)
  }
  for (const field of city.fields) fields.add(field)
  for (const procedure of city.procedures) procedures.add(procedure)
}
