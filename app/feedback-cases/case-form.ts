import { z } from 'zod'
import { CONTACT_FIELDS, isEmptyContact } from './contact.ts'
import { LONGEST_NOTE, LONGEST_STORY } from './feedback-case.ts'

const written = (text: string) => text.replace(/\r\n?/g, '\n').normalize('NFC').trim()
const length = (text: string) => [...text].length

/** Text of several lines, in code points after its line ends and marks are made one way. */
export const longText = (most: number, least = 1) =>
  z
    .string()
    .transform(written)
    .refine((text) => length(text) >= least && length(text) <= most)

const line = (most: number) =>
  z
    .string()
    .optional()
    .transform((text) => written(text ?? '').replace(/\s+/g, ' '))
    .refine((text) => length(text) <= most)

const ticked = z
  .string()
  .optional()
  .transform((value) => value === 'yes')

/** What a citizen sends with `phan-anh` or `gop-y`; `website` is the field that nobody sees. */
export const caseForm = z
  .object({
    intent: z.enum(['gop-y', 'phan-anh']),
    submission: z.uuid().transform((text) => text.toLowerCase()),
    opened: z.string().max(100).optional().default(''),
    website: z.string().max(1_000).optional().default(''),
    office: z.string().max(80).optional().default(''),
    story: longText(LONGEST_STORY),
    money: ticked,
    official: ticked,
    consent: ticked,
    name: line(100),
    phone: line(30).refine((text) => text === '' || /^\+?[\d .()-]{8,20}$/.test(text)),
    email: line(120).refine((text) => text === '' || /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text)),
    address: line(200),
  })
  .superRefine((form, issue) => {
    const wrong = (field: string) => issue.addIssue({ code: 'custom', path: [field] })
    if (form.official && form.name === '') wrong('name')
    if (form.official && form.address === '') wrong('address')
    if (form.official && form.phone === '' && form.email === '') wrong('phone')
    if (!form.consent && (form.official || !isEmptyContact(form))) wrong('consent')
  })

export type CaseForm = z.output<typeof caseForm>

export type CaseField = 'story' | 'office' | 'consent' | (typeof CONTACT_FIELDS)[number]

/** Fields in their order on the page, for the summary of what is wrong. */
export const CASE_FIELDS: readonly CaseField[] = ['office', 'story', ...CONTACT_FIELDS, 'consent']

/** POST /theo-doi/:case. */
export const followForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('danh-gia'), well: z.enum(['yes', 'no']) }),
  z.object({ intent: z.literal('mo-lai'), reason: longText(LONGEST_NOTE) }),
  z.object({ intent: z.literal('xoa-lien-he') }),
])
export type FollowForm = z.output<typeof followForm>
