import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Random } from '#scripts/demo-city/random.ts'
import { Disk, VARIANTS, type Variant } from './disk.ts'
import { type RecordedCity, replayOf } from './record-city.ts'

/** A state that a power cut right after operation `cut` could leave. */
export interface CutState {
  cut: number
  variant: Variant
}

/**
 * Every state worth opening, in order. With nothing to lose all variants are one; "none" differs only after another
 * sync or acknowledgement. Also proves the recording whole: replayed to its end it makes the files that are there.
 */
export function cutStates(city: RecordedCity): CutState[] {
  const { operations, content } = replayOf(city)
  const disk = new Disk(content)
  const states: CutState[] = []
  let acknowledged = 0
  let last = ''
  for (const [cut, operation] of operations.entries()) {
    disk.apply(operation)
    if (operation.kind === 'acknowledge') acknowledged++
    const durable = `${disk.syncs} ${acknowledged}`
    if (durable !== last) states.push({ cut, variant: 'none' })
    last = durable
    if (disk.pending === 0) continue
    for (const variant of VARIANTS.slice(1)) states.push({ cut, variant })
  }
  if (acknowledged !== city.sayings) throw new Error(`${acknowledged} of ${city.sayings} were acknowledged`)
  proveWhole(city, disk.afterCut('all', new Random(city.seed)))
  return states
}

function proveWhole({ dir, database }: RecordedCity, replayed: Map<string, Buffer>): void {
  for (const name of [database, `${database}-wal`]) {
    const made = replayed.get(name)
    if (!made?.equals(readFileSync(join(dir, name)))) {
      throw new Error(
        `The recording does not explain ${name}: SQLite writes in a way that record-writes.c does not see`,
      )
    }
  }
}
