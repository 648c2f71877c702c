import { readdirSync } from 'node:fs'
import { aSmallCity, type SmallCity } from '#tests/world/small-city.ts'

/**
 * A small city whose file nobody has open: any other open connection would keep the log's index alive, and the
 * process under test would never have to recover.
 */
export async function aClosedCity(): Promise<Pick<SmallCity, 'dir' | 'address'>> {
  const { store, dir, address } = await aSmallCity()
  // Kysely destroys only what was used once.
  await store.read.selectFrom('responses').select('id').executeTakeFirst()
  await store.close()
  const left = readdirSync(dir)
  if (left.length !== 1) throw new Error(`The city is still open: ${left.join(', ')}`)
  return { dir, address }
}
