import { readConfig } from '#app/config.server.ts'
import { verify } from '#app/reports/verify.server.ts'
import { openStore } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'

/** `npm run verify`: proves that ledger and frozen periods are as they were written; exit 1 when one is not. */
try {
  const store = openStore(readConfig(process.env).databaseUrl)
  await migrate(store.owner, store.differences)
  const { entries, records, wrong } = await verify(store.read)
  await store.close()
  for (const { what, id, why } of wrong) console.error(`${what} ${id}: ${why}`)
  console.log(`${entries} ledger entries and ${records} frozen periods checked, ${wrong.length} changed.`)
  process.exitCode = wrong.length > 0 ? 1 : 0
} catch (cause) {
  console.error((cause as Error).message)
  process.exit(1)
}
