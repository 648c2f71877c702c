import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Level } from '#app/responses/survey-response.ts'
import { Random } from '#scripts/demo-city/random.ts'
import { STANDING_CODES } from '#tests/world/small-city.ts'

import type { Place } from './mortal-server.ts'

export interface SentRating {
  submission: string
  code: string
  level: Level
  /** Each citizen comes from an address of their own, as they do; the limit is for one that sends too much. */
  from: string
  /** '' until the server has acknowledged. */
  receipt: string
}

/** What the citizens did so far. */
export interface Crowd {
  ratings: SentRating[]
  acknowledged: number
  /** Attempts that were under way when the server died: nobody knows whether they count. All are made again. */
  cutOff: number
  /** Sent once more after the receipt was there. */
  repeats: number
  /** Answers other than the promised ones, in words. */
  strange: string[]
  /** Set from either side: all is said, or the server will not come back. */
  over: boolean
}

const WORKERS = 8
const REPEATED = 0.1
const RETRY_MS = 20
const PATIENCE_MS = 5_000
const MOST_STRANGE = 100
const CODES = Object.values(STANDING_CODES)

export function aCrowd(count: number, seed: string): Crowd {
  const random = new Random(`crowd|${seed}`)
  const ratings = Array.from({ length: count }, (_, index): SentRating => {
    const [a, b] = [(index >> 8) & 255, index & 255]
    return {
      submission: random.uuid(Date.UTC(2026, 2, 16) + index),
      code: random.pick(CODES),
      level: random.between(1, 5) as Level,
      from: `127.${1 + (index >> 16)}.${a}.${b}`,
      receipt: '',
    }
  })
  return { ratings, acknowledged: 0, cutOff: 0, repeats: 0, strange: [], over: false }
}

/** Lets the crowd rate, eight at a time, each until acknowledged and one in ten once more. */
export async function rate(crowd: Crowd, place: Place, seed: string): Promise<void> {
  const waiting = crowd.ratings.values()
  const worker = async (mine: number) => {
    const random = new Random(`worker ${mine}|${seed}`)
    const told: SentRating[] = []
    for (const rating of waiting) {
      rating.receipt = await untilAcknowledged(crowd, rating, place)
      crowd.acknowledged++
      told.push(rating)
      if (!random.chance(REPEATED)) continue
      const earlier = random.pick(told)
      crowd.repeats++
      const again = await untilAcknowledged(crowd, earlier, place)
      if (again !== earlier.receipt) crowd.strange.push(`receipt ${earlier.receipt} became ${again}`)
    }
  }
  try {
    await Promise.all(Array.from({ length: WORKERS }, (_, mine) => worker(mine)))
  } finally {
    crowd.over = true
  }
}

async function untilAcknowledged(crowd: Crowd, rating: SentRating, place: Place): Promise<string> {
  while (!crowd.over) {
    const answer = await post(rating, place)
    if (typeof answer === 'object') {
      const receipt = /^\/b\/([0-9A-Z]+)$/.exec(answer.location)?.[1]
      if (answer.status === 303 && receipt) return receipt
      crowd.strange.push(`status ${answer.status}`)
      if (crowd.strange.length > MOST_STRANGE) throw new Error(`The server answers ${answer.status}`)
    }
    if (answer === 'cut off') crowd.cutOff++
    await sleep(RETRY_MS)
  }
  throw new Error('The citizens went home')
}

type Answer = { status: number; location: string } | 'nobody there' | 'cut off'

/** One attempt. */
function post({ code, level, submission, from }: SentRating, place: Place): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const body = `level=${level}&submission=${submission}&lang=vi`
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': body.length }
    const sent = request(
      { ...place, localAddress: from, agent: false, method: 'POST', path: `/r/${code}`, headers },
      (response) => {
        response.on('error', () => undefined).resume()
        resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '' })
      },
    )
    sent.setTimeout(PATIENCE_MS, () => sent.destroy())
    sent.once('error', ({ code: why }: NodeJS.ErrnoException) => {
      if (why === 'EADDRNOTAVAIL') reject(new Error(`this machine has no address ${from}: it needs Linux`))
      else resolve(why === 'ECONNREFUSED' ? 'nobody there' : 'cut off')
    })
    sent.once('close', () => resolve('cut off'))
    sent.end(body)
  })
}
