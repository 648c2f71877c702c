import { z } from 'zod'
import { ROLES } from './roles.ts'
import { accountName, LONGEST_EMAIL } from './sign-in-form.ts'

const post = {
  name: z
    .string()
    .normalize('NFC')
    .trim()
    .regex(/^[^\p{Cc}]{1,100}$/u),
  role: z.enum(ROLES),
  office: z.string().max(100).default(''),
}

/** What somebody is called, does, and belongs to. */
export const postForm = z.object(post)

export const inviteForm = z.object({
  ...post,
  email: z.string().max(LONGEST_EMAIL).transform(accountName).pipe(z.email()),
})

/** Why an account is suspended or reset: for the audit trail. */
export const reasonForm = z.object({ reason: z.string().normalize('NFC').trim().min(5).max(500) })
