import { openSync, writeSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { systemClock } from '#app/calendar/clock.ts'
import { readRatingCode } from '#app/invitations/rating-code.ts'
import { receiptOf } from '#app/invitations/secret.ts'
import { amendResponse } from '#app/responses/amend-response.server.ts'
import { submitResponse } from '#app/responses/submit-response.server.ts'
import { openStore, sqliteFile } from '#db/connection.ts'
import { SECRET } from '#tests/world/small-city.ts'
import { ratingPlan, type Saying } from './rating-plan.ts'

/**
 * The process whose writes are recorded: sends a plan to the store and writes the number of each saying to the
 * acknowledgement file once it is stored. Ends without closing the store. `synchronous` other than FULL weakens it.
 */
const [address = '', acknowledgements = '', synchronous = 'FULL', count = '0', seed = ''] =
  process.argv.slice(2)
const SMALL_CHECKPOINT_PAGES = 30
const acks = openSync(acknowledgements, 'w')
const { groups } = ratingPlan(Number(count), seed)
const at = (share: number) => Math.floor(groups.length * share)

let store = await open()
await pragma(`wal_autocheckpoint = ${SMALL_CHECKPOINT_PAGES}`)
let holdingBack: Sqlite.Database | undefined
for (const [index, group] of groups.entries()) {
  if (index === at(0.3)) {
    await store.close()
    store = await open()
  }
  // An older reader keeps a checkpoint from writing all back and from starting the log anew.
  if (index === at(0.5)) holdingBack = reader()
  if (index === at(0.55)) await pragma('wal_checkpoint(PASSIVE)')
  if (index === at(0.6)) holdingBack?.close()
  if (index === at(0.65)) await pragma('wal_checkpoint(RESTART)')
  if (index === at(0.8)) await pragma('wal_checkpoint(TRUNCATE)')
  await Promise.all(group.map(send))
}
process.exit(0)

async function open() {
  const opened = openStore(address)
  await opened.read.selectFrom('responses').select('id').executeTakeFirst()
  if (synchronous !== 'FULL') await sql.raw(`pragma synchronous = ${synchronous}`).execute(opened.owner)
  return opened
}

async function pragma(text: string): Promise<void> {
  await sql.raw(`pragma ${text}`).execute(store.owner)
}

function reader(): Sqlite.Database {
  const connection = new Sqlite(sqliteFile(address), { readonly: true })
  connection.exec('begin')
  connection.prepare('select count(*) from responses').get()
  return connection
}

async function send({ number, submission, code, revision, level, comment }: Saying): Promise<void> {
  const parts = { store, secret: SECRET, clock: systemClock }
  const read = readRatingCode(code)
  if (!read) throw new Error(`${code} is no code`)
  const told = comment
    ? await amendResponse(parts, receiptOf(SECRET, submission), { level, comment })
    : (await submitResponse(parts, { code: read, level, submission, lang: 'vi' })).kind
  if (told !== (revision === 0 ? 'stored' : 'amended')) throw new Error(`Saying ${number} was ${told}`)
  writeSync(acks, `${number}\n`)
}
