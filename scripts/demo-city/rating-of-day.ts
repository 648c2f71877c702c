import type { Channel, Respondent, ResponseRow, Stage, Trust } from '#db/schema.ts'
import type { CityOffice } from './city-tree.ts'
import { COMPLAINTS, PRAISE, SHORT_PRAISE, SUGGESTIONS } from './comments.ts'
import type { Random } from './random.ts'
import { stories } from './stories.ts'

/** What a response says at one moment. */
export interface Said {
  at: number
  level: number
  respondent: Respondent
  lang: string
  survey_version_id: string | null
  answers: string
  comment: string
}

/** One rating with all that its giver says in the course of its seven days, the first tap first. */
export interface Rating {
  office: string
  counter: string | null
  procedure: string | null
  channel: Channel
  stage: Stage
  trust: Trust
  said: [Said, ...Said[]]
  /** The link's invitation, as long as it may be answered again. */
  redeems: string | null
  /** The row as first stored; set when the year reaches it. */
  row?: ResponseRow
}

/** Who taps, where and why: what a level hangs on. */
export interface Tap {
  office: CityOffice
  trust: Trust
  at: number
  respondent: Respondent
  /** By the office's ordinary share; a late or refused dossier displeases more. */
  displeased: boolean
  late?: boolean
  refused?: boolean
}

const LANGUAGES = [
  { lang: 'vi', weight: 970 },
  { lang: 'en', weight: 12 },
  { lang: 'zh', weight: 18 },
]
const ABOVE = [
  { level: 5, weight: 63 },
  { level: 4, weight: 37 },
]
const BELOW = [
  { level: 3, weight: 62 },
  { level: 2, weight: 25 },
  { level: 1, weight: 13 },
]
const REASONS = [
  { id: 'time', weight: 30 },
  { id: 'attitude', weight: 26 },
  { id: 'guidance', weight: 18 },
  { id: 'papers', weight: 12 },
  { id: 'visits', weight: 12 },
  { id: 'fees', weight: 3 },
  { id: 'result', weight: 10 },
  { id: 'place', weight: 7 },
]
const SURVEY = 'short-1'

/** The first tap and what follows it: reasons and a comment soon after, for a few another level when `changeAt` says. */
export function saidBy(random: Random, tap: Tap, changeAt: (before: number) => number): [Said, ...Said[]] {
  const perfect = tap.office.row.id === stories.improbablyPerfect.office
  const level = perfect ? 5 : random.weighted(isDispleased(random, tap) ? BELOW : ABOVE).level
  const changesMind = !perfect && tap.trust !== 'kiosk' && random.chance(0.012)
  const first: Said = {
    at: tap.at,
    level: changesMind ? neighbourOf(random, level) : level,
    respondent: tap.respondent,
    lang: random.weighted(LANGUAGES).lang,
    survey_version_id: null,
    answers: '{}',
    comment: '',
  }
  const said: [Said, ...Said[]] = [first]
  const more = thenSaid(random, first, tap, perfect)
  if (more) said.push(more)
  const last = more ?? first
  if (changesMind) said.push({ ...last, at: changeAt(last.at), level })
  return said
}

function isDispleased(random: Random, { displeased, late, refused }: Tap): boolean {
  return displeased || random.chance((late ? 0.3 : 0) + (refused ? 0.2 : 0))
}

function neighbourOf(random: Random, level: number): number {
  if (level === 1 || level === 5) return level === 1 ? 2 : 4
  return level + (random.chance(0.5) ? 1 : -1)
}

function thenSaid(random: Random, first: Said, tap: Tap, perfect: boolean): Said | null {
  const content = first.level >= 4
  const reasons = !perfect && random.chance(content ? 0.14 : 0.5)
  const writes = first.lang === 'vi' && tap.trust !== 'kiosk' && random.chance(content ? 0.058 : 0.4)
  if (!reasons && !writes) return null
  const states = tap.trust === 'open' && random.chance(0.6)
  return {
    ...first,
    at: first.at + random.between(6_000, 90_000),
    respondent: states ? (random.chance(0.12) ? 'business' : 'citizen') : first.respondent,
    survey_version_id: reasons ? SURVEY : null,
    answers: reasons ? JSON.stringify({ reasons: reasonsOf(random) }) : '{}',
    comment: writes ? commentOf(random, first.level, perfect) : '',
  }
}

/** One to three, in the survey's order. */
function reasonsOf(random: Random): string[] {
  const ticked = new Set([random.weighted(REASONS).id])
  while (ticked.size < 3 && random.chance(0.3)) ticked.add(random.weighted(REASONS).id)
  return REASONS.map(({ id }) => id).filter((id) => ticked.has(id))
}

function commentOf(random: Random, level: number, perfect: boolean): string {
  if (perfect) return random.pick(SHORT_PRAISE)
  if (level === 5) return random.pick(PRAISE)
  if (level === 4) return random.pick(random.chance(0.6) ? PRAISE : SUGGESTIONS)
  if (level === 3) return random.pick(random.chance(0.5) ? SUGGESTIONS : COMPLAINTS)
  return random.pick(COMPLAINTS)
}
