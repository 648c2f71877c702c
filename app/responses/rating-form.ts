import { z } from 'zod'
import { readLang } from '#app/i18n/languages.ts'
import { type Level, LONGEST_COMMENT } from './survey-response.ts'

const level = z
  .string()
  .regex(/^[1-5]$/)
  .transform((text) => Number(text) as Level)

/** POST /r/:code. */
export const ratingForm = z.object({
  level,
  submission: z.uuid().transform((text) => text.toLowerCase()),
  lang: z.string().transform(readLang).optional(),
})

/** Line ends as the textarea showed them, one character each; NFC, so that a mark is not counted as a letter. */
const comment = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, '\n').normalize('NFC').trim())
  .refine((text) => [...text].length <= LONGEST_COMMENT)

/** POST /b/:receipt: any part alone; `answers[<question>]` comes as one list a question. */
export const amendmentForm = z.object({
  level: level.optional(),
  respondent: z.enum(['citizen', 'business']).optional(),
  comment: comment.optional(),
  answers: z.record(z.string().max(40), z.array(z.string().max(40)).max(40)).optional(),
})
