import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Random } from '#scripts/demo-city/random.ts'
import { type CutState, cutStates } from './cut-states.ts'
import { type FaultTest, type Scene, secondsSince } from './fault-test.ts'
import { forget, type RecordedCity, recordCity, type Synchronous } from './record-city.ts'
import type { Outcome, ReplayOrder } from './replay-worker.ts'

const SAYINGS = 400
const FEWEST_STATES = 8_000
const CONTROL_STATES = 1_500
const MOST_WORKERS = 4

/** R2: what the store's process writes is recorded, cut at every operation and opened again. */
export const powerCut: FaultTest = {
  name: 'R2',
  promise: 'a power cut loses nothing',
  async run(scene) {
    const full = await cutPower('FULL', Number.POSITIVE_INFINITY, scene)
    const findings = full.wrong.map(
      ({ cut, variant, lost, corrupt }) => `cut ${cut} ${variant}: lost ${lost} ${corrupt.join(' ')}`,
    )
    if (full.states < FEWEST_STATES) findings.push(`only ${full.states} states of ${FEWEST_STATES}`)
    scene.report({
      what: this.promise,
      control: false,
      held: findings.length === 0,
      figures: full.figures,
      findings,
    })
    const off = await cutPower('OFF', CONTROL_STATES, scene)
    scene.report({
      what: 'synchronous=OFF loses or corrupts in at least half of the states',
      control: true,
      held: off.wrong.length < off.states / 2,
      figures: off.figures,
      findings: [],
    })
    const normal = await cutPower('NORMAL', CONTROL_STATES, scene)
    scene.report({
      what: 'synchronous=NORMAL, as better-sqlite3 reopens a file, loses what was acknowledged',
      control: true,
      held: normal.wrong.every(({ lost }) => lost === 0),
      figures: normal.figures,
      findings: [],
    })
  },
}

async function cutPower(synchronous: Synchronous, most: number, { seed, progress }: Scene) {
  const began = performance.now()
  progress(`recording ${SAYINGS} ratings and changes with synchronous=${synchronous}`)
  const city = await recordCity(synchronous, SAYINGS, seed)
  try {
    const states = sample(cutStates(city), most, new Random(`sample|${seed}`))
    const outcomes = await replayed(city, states, (done) =>
      progress(`synchronous=${synchronous}: ${done} of ${states.length} states opened`),
    )
    const lossy = outcomes.filter(({ lost }) => lost > 0)
    const corrupt = outcomes.filter(({ corrupt }) => corrupt.length > 0)
    const wrong = outcomes.filter(({ lost, corrupt }) => lost > 0 || corrupt.length > 0)
    const cuts = cutsOf(outcomes)
    return {
      states: states.length,
      wrong,
      figures: {
        ratings: SAYINGS,
        'cut points': cuts,
        states: states.length,
        'states lossy or corrupt': share(wrong.length, states.length),
        'states lossy': lossy.length,
        'states corrupt': corrupt.length,
        'cut points lossy': share(cutsOf(lossy), cuts),
        'most lost at once': Math.max(0, ...lossy.map(({ lost }) => lost)),
        seconds: secondsSince(began),
      },
    }
  } finally {
    forget(city)
  }
}

const cutsOf = (outcomes: Outcome[]) => new Set(outcomes.map(({ cut }) => cut)).size
const share = (part: number, whole: number) => `${part} (${Math.round((100 * part) / whole)}%)`

/** At most about `most` of the states, drawn evenly. */
function sample(states: CutState[], most: number, random: Random): CutState[] {
  return most >= states.length ? states : states.filter(() => random.chance(most / states.length))
}

async function replayed(city: RecordedCity, states: CutState[], told: (done: number) => void) {
  const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
  const dir = mkdtempSync(join(memory, 'power-cut-'))
  const outcomes: Outcome[] = []
  const workers = Math.min(MOST_WORKERS, availableParallelism())
  try {
    await Promise.all(
      Array.from({ length: workers }, (_, mine) => {
        const share = states.filter((_, index) => index % workers === mine)
        return replayIn({ city, states: share, dir: join(dir, String(mine)) }, (lot) => {
          outcomes.push(...lot)
          told(outcomes.length)
        })
      }),
    )
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
  if (outcomes.length !== states.length)
    throw new Error(`${outcomes.length} of ${states.length} states judged`)
  return outcomes
}

function replayIn(order: ReplayOrder, told: (outcomes: Outcome[]) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./replay-worker.ts', import.meta.url), { workerData: order })
    worker.on('message', told)
    worker.once('error', reject)
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`A worker stopped with ${code}`)),
    )
  })
}
