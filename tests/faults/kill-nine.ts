import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Random } from '#scripts/demo-city/random.ts'
import { aCrowd, type Crowd, rate } from './citizens.ts'
import { aClosedCity } from './closed-city.ts'
import { type FaultTest, type Result, type Scene, secondsSince } from './fault-test.ts'
import { aPlace, type MortalServer, mortalServer } from './mortal-server.ts'
import { balance } from './stored-ratings.ts'

interface Killing {
  what: string
  control: boolean
  script: string
  kills: number
  ratings: number
}

/** R1: the real server is killed again and again under citizens who do not give up. */
export const killNine: FaultTest = {
  name: 'R1',
  promise: 'kill -9 loses nothing',
  async run(scene) {
    const real = { control: false, script: 'scripts/start.mjs', kills: 110, ratings: 10_000 }
    scene.report(await killUnderLoad({ what: this.promise, ...real }, scene))
    const eager = join(import.meta.dirname, 'eager-server.ts')
    const control = { control: true, script: eager, kills: 10, ratings: 2_000 }
    const what = 'a server that acknowledges before it commits'
    scene.report(await killUnderLoad({ what, ...control }, scene))
  },
}

const KILLED_AT_START = 0.2
const LONGEST_LIFE_AT_START_MS = 600
const LONGEST_DELAY_MS = 4

async function killUnderLoad(killing: Killing, { seed, progress }: Scene): Promise<Result> {
  const { what, control, script, kills, ratings } = killing
  const began = performance.now()
  const city = await aClosedCity()
  const place = await aPlace()
  const server = new Restarted(() => mortalServer(script, city.address, place))
  const crowd = aCrowd(ratings, seed)
  const tell = () =>
    progress(`${server.kills} of ${kills} kills, ${crowd.acknowledged} of ${ratings} ratings acknowledged`)
  try {
    await server.start()
    await Promise.all([
      rate(crowd, place, seed),
      killAgainAndAgain(server, crowd, kills, new Random(`kills|${seed}`), tell),
    ])
    await server.kill()
    const { acknowledged, problems, ...numbers } = await balance(city.address, crowd.ratings)
    const wrong = Object.entries(numbers).filter(([, count]) => count > 0)
    const findings = [...wrong.map(([name, count]) => `${name} ${count}`), ...problems, ...crowd.strange]
    if (acknowledged !== ratings) findings.push(`only ${acknowledged} acknowledged`)
    const { repeats, cutOff } = crowd
    const sent = { kills: server.kills, ratings, acknowledged, repeats, 'cut off': cutOff }
    const figures = { ...sent, ...numbers, seconds: secondsSince(began) }
    return { what, control, held: findings.length === 0, figures, findings }
  } finally {
    crowd.over = true
    await server.kill()
    rmSync(city.dir, { recursive: true, force: true })
  }
}

/** One server after another in the same place. */
class Restarted {
  kills = 0
  readonly #next: () => MortalServer
  #server: MortalServer | undefined

  constructor(next: () => MortalServer) {
    this.#next = next
  }

  /** Starts the next one and waits until it listens, or for `patienceMs` only. */
  async start(patienceMs?: number): Promise<void> {
    const server = this.#next()
    this.#server = server
    if (patienceMs !== undefined) await sleep(patienceMs)
    else if (!(await server.listening)) throw new Error(`The server did not start: ${server.told()}`)
  }

  async kill(): Promise<void> {
    if (!this.#server) return
    this.kills++
    await this.#server.kill()
    this.#server = undefined
  }
}

/** Kills at moments spread over the ratings, some of them while the next server is still starting. */
async function killAgainAndAgain(
  server: Restarted,
  crowd: Crowd,
  kills: number,
  random: Random,
  tell: () => void,
): Promise<void> {
  let early = Math.floor(kills * KILLED_AT_START)
  const moments = kills - early
  for (let moment = 0; moment < moments; moment++) {
    const target = (crowd.ratings.length * (moment + random.share())) / (moments + 1)
    while (crowd.acknowledged < target && !crowd.over) await sleep(1)
    if (crowd.over) return
    await sleep(random.share() * LONGEST_DELAY_MS)
    await server.kill()
    if (random.chance(early / (moments - moment))) {
      early--
      await server.start(random.between(0, LONGEST_LIFE_AT_START_MS))
      await server.kill()
    }
    await server.start()
    tell()
  }
}
