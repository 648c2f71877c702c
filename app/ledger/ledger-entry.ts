import { createHash, randomBytes } from 'node:crypto'
import type { ResponseRow } from '#db/schema.ts'
import { canonicalJson, type Json } from './canonical-json.ts'

/** All that a rating says at one revision: what its ledger entry commits to. */
export interface RatingContent {
  subject: string
  revision: number
  office: string
  counter: string | null
  procedure: string | null
  channel: string
  stage: string
  trust: string
  respondent: string
  level: number
  day: string
  at: string
  lang: string
  survey: string | null
  answers: Json
  comment: string
}

/** The content of a response as it stands; with an amendment's row laid over it, as it stood. */
export function contentOfResponse(row: ResponseRow): RatingContent {
  return {
    subject: row.id,
    revision: row.revision,
    office: row.office_id,
    counter: row.counter_id,
    procedure: row.procedure_id,
    channel: row.channel,
    stage: row.stage,
    trust: row.trust,
    respondent: row.respondent,
    level: row.level,
    day: row.day,
    at: row.first_at,
    lang: row.lang,
    survey: row.survey_version_id,
    answers: JSON.parse(row.answers) as Json,
    comment: row.comment,
  }
}

/** SHA-256, in hex, of the salt's bytes followed by the canonical JSON of the content. */
export function ledgerHash(salt: string, content: RatingContent): string {
  return createHash('sha256')
    .update(Buffer.from(salt, 'hex'))
    .update(canonicalJson({ ...content }))
    .digest('hex')
}

/** 128 random bits in hex: without its salt an entry tells nothing, so that content can be erased for good. */
export function newSalt(): string {
  return randomBytes(16).toString('hex')
}
