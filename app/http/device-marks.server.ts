import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import type { Clock } from '#app/calendar/clock.ts'
import { dayOf } from '#app/calendar/day.ts'
import { broughtCookie } from './cookie.ts'

const NAME = 'hl_ngay'
const DAY_S = 86_400
/** 128 bits. */
const VALUE = /^[\w-]{22}$/

/**
 * Tells whether ratings of one day came from one device: a random cookie of one day that the first rating sets. Its
 * keyed hash alone is kept, by a key that lives in memory and changes with the day; nothing of the network is in it.
 */
export class DeviceMarks {
  readonly #clock: Clock
  readonly #name: string
  readonly #secure: boolean
  #key = createSecretKey(randomBytes(32))
  #day = ''

  constructor(clock: Clock, production: boolean) {
    this.#clock = clock
    this.#secure = production
    this.#name = production ? `__Host-${NAME}` : NAME
  }

  /** The device's hash of the day, and the cookie to set where it brought none. */
  of(cookies: string | null): { device: string; cookie: string | null } {
    const brought = broughtCookie(cookies, this.#name)
    const isKnown = brought !== undefined && VALUE.test(brought)
    const value = isKnown ? brought : randomBytes(16).toString('base64url')
    return { device: this.#hash(value), cookie: isKnown ? null : this.#cookie(value) }
  }

  #cookie(value: string): string {
    const secure = this.#secure ? '; Secure' : ''
    return `${this.#name}=${value}; Path=/; Max-Age=${DAY_S}; SameSite=Lax; HttpOnly${secure}`
  }

  #hash(value: string): string {
    const day = dayOf(this.#clock.now())
    if (day !== this.#day) {
      this.#day = day
      this.#key = createSecretKey(randomBytes(32))
    }
    return createHmac('sha256', this.#key).update(value).digest('base64url')
  }
}
