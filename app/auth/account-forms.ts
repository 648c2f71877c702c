import { z } from 'zod'
import { LONGEST_PASSWORD } from './password.ts'
import { accountName, LONGEST_EMAIL } from './sign-in-form.ts'

/** Twice what is allowed: too long is said in words, far too long is nobody's typing. */
const password = z
  .string()
  .max(2 * LONGEST_PASSWORD + 1)
  .default('')
const code = z.string().max(64).default('')

export const codeForm = z.object({ code })
export const activateForm = z.object({ code, password, again: password })
export const passwordForm = z.object({ current: password, password, again: password })
export const confirmForm = z.object({ password })
export const secondFactorForm = z.object({ offer: z.string().max(500).default(''), code, password })
export const forgottenForm = z.object({
  email: z.string().max(LONGEST_EMAIL).transform(accountName).pipe(z.email()),
})
