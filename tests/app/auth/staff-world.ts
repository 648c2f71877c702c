import { addStaff } from '#app/auth/add-staff.server.ts'
import { GuessLimit } from '#app/auth/guess-limit.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import { type Attempt, type SignInParts, signIn } from '#app/auth/sign-in.server.ts'
import { TokenBuckets } from '#app/http/rate-limit.server.ts'
import type { Role } from '#db/schema.ts'
import { aSmallCity, SECRET, type SmallCity } from '#tests/world/small-city.ts'

export const LAN = { email: 'lan@example.vn', password: 'ba con vịt bơi', name: 'Nông Thị Lan' }

/** Lan, of Văn phòng unless another role is wanted, and what a door would hand to `signIn`. */
export async function withLan(
  role: Role = 'city_office',
): Promise<{ city: SmallCity; parts: SignInParts; lanId: string }> {
  const city = await aSmallCity()
  const passwordHash = await hashPassword(LAN.password)
  const lanId = await city.store.write((tx) =>
    addStaff(tx, city.clock, { ...LAN, role, officeId: null, passwordHash }),
  )
  const guesses = new GuessLimit((capacity, perSecond) => new TokenBuckets(capacity, perSecond, city.clock))
  return { city, lanId, parts: { store: city.store, clock: city.clock, key: SECRET.key, guesses } }
}

export const attempt = (change: Partial<Attempt> = {}): Attempt => ({
  email: LAN.email,
  password: LAN.password,
  address: '127.0.0.1',
  deviceMark: null,
  sessionId: null,
  browser: 'firefox|windows',
  ...change,
})

export async function signedIn(parts: SignInParts, change: Partial<Attempt> = {}) {
  const answer = await signIn(parts, attempt(change))
  if (answer.kind !== 'signed_in') throw new Error(`Not signed in: ${answer.kind}`)
  return answer
}
