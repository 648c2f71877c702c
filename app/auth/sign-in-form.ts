import { z } from 'zod'
import { LONGEST_PASSWORD } from './password.ts'

/** An account's e-mail as it is stored and compared. */
export const accountName = (email: string): string => email.trim().toLowerCase()

export const LONGEST_EMAIL = 254

/** Anything typed is a guess: what is malformed is refused like a wrong password, with the same words. */
export const signInForm = z.object({
  email: z.string().max(LONGEST_EMAIL).transform(accountName).pipe(z.string().min(1)),
  password: z
    .string()
    .min(1)
    .max(2 * LONGEST_PASSWORD),
})
