import { parentPort, workerData } from 'node:worker_threads'
import { Random } from '#scripts/demo-city/random.ts'
import type { CutState } from './cut-states.ts'
import { Disk } from './disk.ts'
import { type RecordedCity, replayOf } from './record-city.ts'
import { Survivor } from './survivor.ts'

export interface ReplayOrder {
  city: RecordedCity
  /** In order of their cuts. */
  states: CutState[]
  /** A directory of its own, in memory where there is one. */
  dir: string
}

export interface Outcome extends CutState {
  lost: number
  corrupt: string[]
}

const SHM_BYTES = 32_768
const TOLD_EVERY = 100

/** Builds and judges the states it was given; tells its outcomes in lots. */
function replay({ city, states, dir }: ReplayOrder, tell: (outcomes: Outcome[]) => void): void {
  const { operations, content, plan } = replayOf(city)
  const disk = new Disk(content)
  const survivor = new Survivor(dir, plan)
  const acknowledged = new Map<string, number>()
  let done = 0
  let outcomes: Outcome[] = []
  for (const { cut, variant } of states) {
    for (; done <= cut; done++) {
      const operation = operations[done]
      if (operation) disk.apply(operation)
      const saying = operation?.kind === 'acknowledge' ? plan.sayings[operation.number] : undefined
      if (saying)
        acknowledged.set(
          saying.submission,
          Math.max(saying.revision, acknowledged.get(saying.submission) ?? 0),
        )
    }
    const random = new Random(`${city.seed}|${cut}|${variant}`)
    const files = disk.afterCut(variant, random)
    // The index of the log is shared memory that nothing syncs: a cut may leave anything in it.
    files.set(`${city.database}-shm`, Buffer.from(random.bytes(variant === 'none' ? 0 : SHM_BYTES)))
    outcomes.push({ cut, variant, ...survivor.judge(files, city.database, acknowledged) })
    if (outcomes.length < TOLD_EVERY) continue
    tell(outcomes)
    outcomes = []
  }
  tell(outcomes)
}

replay(workerData as ReplayOrder, (outcomes) => parentPort?.postMessage(outcomes))
