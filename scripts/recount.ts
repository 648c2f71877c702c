import { readConfig } from '#app/config.server.ts'
import { recount } from '#app/reports/recount.server.ts'
import { openStore } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'

/** `npm run recount`: proves every count from the rows behind it; exit 1 when one differs. */
try {
  const store = openStore(readConfig(process.env).databaseUrl)
  await migrate(store.owner, store.differences)
  const { lines, differences } = await recount(store.read)
  await store.close()
  for (const { table, key, column, kept, counted } of differences) {
    console.error(`${table} ${key}: ${column} is ${kept}, counted ${counted}`)
  }
  console.log(`${lines} lines of counts checked, ${differences.length} differences.`)
  process.exitCode = differences.length > 0 ? 1 : 0
} catch (cause) {
  console.error((cause as Error).message)
  process.exit(1)
}
