import { z } from 'zod'
import type { CaseProblem, CaseProblems } from './case-outcome.ts'
import { CATEGORIES, LONGEST_ANSWER, LONGEST_NOTE } from './feedback-case.ts'

const says = (problem: CaseProblem) => ({ error: problem })

/** Text in code points, its line ends and marks made one way; `least` 0 where it may be left out. */
const text = (most: number, least: 0 | 1) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.replace(/\r\n?/g, '\n').normalize('NFC').trim())
    .refine((typed) => [...typed].length >= least, says('required'))
    .refine((typed) => [...typed].length <= most, says('too_long'))

export const reasonForm = z.object({ reason: text(LONGEST_NOTE, 1) })

export const classifyForm = z.object({
  category: z.enum(CATEGORIES, says('required')),
  queue: z.enum(['ordinary', 'restricted'], says('required')),
  /** `noted`: a suggestion that is owed no answer. */
  kind: z.enum(['petition', 'noted'], says('required')).default('petition'),
  summary: text(LONGEST_NOTE, 0),
})

export const assignForm = z.object({
  handler: z.string(says('required')).min(1, says('required')).max(100, says('not_a_choice')),
  reason: text(LONGEST_NOTE, 0),
})

export const extendForm = z.object({
  days: z
    .string(says('required'))
    .trim()
    .regex(/^\d{1,3}$/, says('not_so_many_days'))
    .transform(Number),
  reason: text(LONGEST_NOTE, 1),
})

/** A draft may be anything; what is sent must say something, and in the citizen's language too. */
export const draftForm = z.object({
  original: text(LONGEST_ANSWER, 0),
  text: text(LONGEST_ANSWER, 0),
  summary: text(LONGEST_NOTE, 0),
})
export type Draft = z.output<typeof draftForm>

/** What the public is to read of a case. */
export const publicForm = z.object({ question: text(LONGEST_NOTE, 1), answer: text(LONGEST_ANSWER, 1) })
export type PublicText = z.output<typeof publicForm>

/** The fields of a form, or what is wrong with each. */
export function readDeskForm<T extends z.ZodType>(
  form: URLSearchParams,
  schema: T,
): { value: z.output<T> } | { problems: CaseProblems } {
  const read = schema.safeParse(Object.fromEntries(form))
  if (read.success) return { value: read.data }
  const found = read.error.issues.map(({ path, message }) => [String(path[0] ?? ''), message as CaseProblem])
  return { problems: Object.fromEntries(found.reverse()) }
}
