import { join } from 'node:path'
import { Turns } from '#app/auth/turns.ts'
import type { Clock } from '#app/calendar/clock.ts'
import { newPairingCode } from '#app/kiosk/pairing-code.server.ts'
import { administratorOf } from '#tests/app/kiosk/kiosk-world.ts'
import { aSmallCity, COUNTERS, SECRET, type SmallCity } from '#tests/world/small-city.ts'
import { aPlace, type MortalServer, mortalServer } from './mortal-server.ts'

/** The small city behind the real server, which may be killed at any moment and comes back at the same address. */
export interface MortalCity {
  city: SmallCity
  address: string
  /** How often the server has ended so far. */
  ends: number
  /** SIGKILL and a new process; who asks for it while it is under way waits for the same one. */
  restart(): Promise<void>
  /** Waits until no restart is under way. */
  up(): Promise<void>
  /** Pairs one tablet after the other: a counter has one open code. */
  paired(type: (code: string) => Promise<boolean>): Promise<void>
  stop(): Promise<void>
}

const clock: Clock = { now: () => new Date() }

export async function aMortalCity(): Promise<MortalCity> {
  const city = await aSmallCity()
  const place = await aPlace()
  const turns = new Turns(1)
  let server = await started()
  let restarting: Promise<void> | undefined
  const mortal: MortalCity = {
    city,
    address: `http://${place.host}:${place.port}`,
    ends: 0,
    restart() {
      restarting ??= again().finally(() => (restarting = undefined))
      return restarting
    },
    up: async () => restarting,
    paired: (type) =>
      turns.take(async () => {
        const parts = { store: city.store, clock, secret: SECRET }
        for (let tries = 0; tries < 5; tries++) {
          await mortal.up()
          const { code } = await newPairingCode(parts, await administratorOf(city), COUNTERS.oneStop)
          if (await type(code)) return
        }
        throw new Error('A tablet could not be paired')
      }),
    async stop() {
      await restarting
      await server.kill()
      await city.close()
    },
  }
  return mortal

  async function started(): Promise<MortalServer> {
    const next = mortalServer(join('scripts', 'start.mjs'), city.address, place)
    if (!(await next.listening)) throw new Error(`The server did not start: ${next.told()}`)
    return next
  }

  async function again(): Promise<void> {
    mortal.ends++
    await server.kill()
    server = await started()
  }
}
