import { newPairingCode } from '#app/kiosk/pairing-code.server.ts'
import { administratorOf } from '#tests/app/kiosk/kiosk-world.ts'
import { aBadNetwork, type BadNetwork } from './bad-network.ts'
import { serve } from './running-city.ts'
import { aSmallCity, COUNTERS, SECRET, type SmallCity, testClock } from './small-city.ts'

/** The small city behind the real server, reached over a network that can be made bad. */
export interface TabletCity {
  city: SmallCity
  network: BadNetwork
  /** Stops the server and starts it again with the clock at an instant. */
  restartAt(instant: string): Promise<void>
  /** A fresh pairing code for a counter, as an administrator makes one. */
  pairingCode(): Promise<string>
  /** What is stored of tablets' ratings, tablet after tablet, in the order of their numbers. */
  stored(): Promise<StoredRating[]>
  /** As an administrator who takes the tablet's credential back. */
  revoke(): Promise<void>
  stop(): Promise<void>
}

export interface StoredRating {
  number: number
  level: number
  at: string
  /** JSON: chosen options by question. */
  answers: string
  lang: string
}

export async function aTabletCity(now = '2026-03-16T02:00:00.000Z'): Promise<TabletCity> {
  const city = await aSmallCity()
  let server = await serve(city.address, { NOW: now })
  let clock = testClock(now)
  const network = await aBadNetwork(server.address)
  return {
    city,
    network,
    async restartAt(instant) {
      await server.stop()
      server = await serve(city.address, { NOW: instant })
      clock = testClock(instant)
      network.target = server.address
    },
    async pairingCode() {
      const parts = { store: city.store, clock, secret: SECRET }
      return (await newPairingCode(parts, await administratorOf(city), COUNTERS.oneStop)).code
    },
    stored: () =>
      city.store.read
        .selectFrom('kiosk_entries')
        .innerJoin('responses', 'responses.id', 'kiosk_entries.response_id')
        .where('kiosk_entries.kind', '=', 'rating')
        .select(['number', 'level', 'first_at as at', 'answers', 'responses.lang'])
        .orderBy('device_id')
        .orderBy('number')
        .execute(),
    async revoke() {
      const revoked = { status: 'revoked', revoked_at: now } as const
      await city.store.write((tx) => tx.updateTable('kiosk_devices').set(revoked).execute())
    },
    async stop() {
      await network.close()
      await server.stop()
      await city.close()
    },
  }
}
