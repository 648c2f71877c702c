import { z } from 'zod'
import { isDay } from '../calendar/day.ts'
import type { Problem, Problems } from './outcome.ts'

const LONGEST_NAME = 200
const LONGEST_NOTE = 1000

/** A zod message that is a text key. */
const says = (problem: Problem) => ({ error: problem })

const given = z.string(says('required')).transform((text) => text.normalize('NFC').trim())
const optional = z
  .string()
  .default('')
  .transform((text) => text.normalize('NFC').trim())

export const nameField = given.pipe(z.string().min(1, says('required')).max(LONGEST_NAME, says('too_long')))
export const noteField = optional.pipe(z.string().max(LONGEST_NOTE, says('too_long')))
export const dayField = given.pipe(z.string().min(1, says('required')).refine(isDay, says('not_a_day')))
export const optionalDayField = optional.pipe(
  z.string().refine((text) => text === '' || isDay(text), says('not_a_day')),
)
/** An id chosen from a list; '' for none. */
export const idField = optional.pipe(z.string().max(100, says('not_a_choice')))
export const idsField = z.array(z.string().max(100)).max(500)
/** A General Statistics Office code, or none. */
export const gsoField = optional.pipe(z.string().regex(/^(\d{3,5})?$/, says('not_a_gso_code')))
export const choiceField = <const T extends readonly [string, ...string[]]>(choices: T) =>
  z.enum(choices, says('not_a_choice'))
export const tickField = z.string().optional().transform(Boolean)

/** Does a deed with the fields of a form, or answers what is wrong with them. */
export async function withFields<T extends z.ZodType, Done>(
  form: URLSearchParams,
  schema: T,
  deed: (fields: z.output<T>) => Promise<Done> | Done,
  several: readonly string[] = [],
): Promise<Done | { problems: Problems }> {
  const read = readFields(form, schema, several)
  return 'value' in read ? deed(read.value) : read
}

/** The fields of a form by a schema whose messages are problems; those named in `several` are lists. */
export function readFields<T extends z.ZodType>(
  form: URLSearchParams,
  schema: T,
  several: readonly string[] = [],
): { value: z.output<T> } | { problems: Problems } {
  const lists = several.map((name) => [name, form.getAll(name)] as const)
  const read = schema.safeParse({ ...Object.fromEntries(form), ...Object.fromEntries(lists) })
  if (read.success) return { value: read.data }
  const problems = new Map<string, Problem>()
  for (const { path, message } of read.error.issues) {
    const field = String(path[0] ?? '')
    if (!problems.has(field)) problems.set(field, message as Problem)
  }
  return { problems: Object.fromEntries(problems) }
}
