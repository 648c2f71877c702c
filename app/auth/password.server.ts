import { hash, verify } from '@node-rs/argon2'
import { composed } from './password.ts'
import { Turns } from './turns.ts'

/** OWASP Password Storage Cheat Sheet, argon2id: 46 MiB, one pass, one lane. */
const COST = { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 }

/** Two at once need 92 MiB; a third waits, so that a burst of guesses cannot take the server's memory. */
const turns = new Turns(2)

/** Of random bytes nobody kept: an unknown account costs a caller as much time as a known one. */
export const HASH_OF_NOBODY =
  '$argon2id$v=19$m=47104,t=1,p=1$KLsmZAGm1iXqoVjcLt+sOg$y/zMEJupv/yL6FZ/2WArTTJgOpleRQpmd8BiUw7J/sI'

export function hashPassword(password: string): Promise<string> {
  return turns.take(() => hash(composed(password), COST))
}

/** Whether the password is the one behind `kept`; without one, false after the same work. */
export async function verifyPassword(kept: string | undefined, password: string): Promise<boolean> {
  const right = await turns.take(() => verify(kept ?? HASH_OF_NOBODY, composed(password)))
  return right && kept !== undefined
}
