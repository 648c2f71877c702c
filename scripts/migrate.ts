import { readComments } from '#app/comments/read-comments.server.ts'
import { readConfig } from '#app/config.server.ts'
import { openStore } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'

/** `npm run migrate`: brings the database to the newest schema and says what it did. */
try {
  const { databaseUrl } = readConfig(process.env)
  const store = openStore(databaseUrl)
  const applied = await migrate(store.owner, store.differences)
  const read = await readComments(store)
  await store.close()
  console.log(
    applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'Nothing to do: the schema is the newest.',
  )
  if (read > 0) console.log(`Read ${read} comments anew.`)
} catch (cause) {
  console.error((cause as Error).message)
  process.exit(1)
}
