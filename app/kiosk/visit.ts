import type { Lang } from '../i18n/languages.ts'
import type { Level } from '../responses/survey-response.ts'

/** How long thanks and reasons stay when nobody touches them. */
export const THANKS_MS = 15_000
/** After the first touch of a visit it lasts until nobody has touched the screen for so long. */
export const IDLE_MS = 60_000
export const WARNING_MS = 20_000
/** Between two ratings: a hand that drums on the glass gives one. */
export const INTERVAL_MS = 3_000
/** A tap meant for what stood there before the screen changed by itself. */
export const SETTLING_MS = 800
export const FAILED_MS = 12_000

/**
 * One person at the tablet, from the first touch until the screen is as it was before. Instants are milliseconds of
 * one clock that never jumps. Nothing of a visit is kept anywhere but here.
 */
export interface Visit {
  view: 'question' | 'storing' | 'thanks' | 'failed'
  lang: Lang
  level: Level | null
  /** The id of the rating stored, for its reasons. */
  rating: string
  reasons: readonly string[]
  /** The last touch; null while nobody is there. */
  touched: number | null
  /** When this view began. */
  since: number
  /** The last rating was stored then: those of the visit before count too. */
  rated: number
  /** Whether a choice that could not be stored is kept for later. */
  kept: boolean
}

export type Step =
  | { kind: 'tap'; level: Level }
  | { kind: 'stored'; rating: string }
  | { kind: 'failed'; kept: boolean }
  | { kind: 'lang'; lang: Lang }
  | { kind: 'reason'; id: string }
  | { kind: 'touch' }
  | { kind: 'leave' }

/** The screen as everybody finds it, `now` after the visit before. */
export function newVisit(now: number, rated = Number.NEGATIVE_INFINITY): Visit {
  const nobody = { level: null, rating: '', reasons: [], touched: null, kept: false } as const
  return { view: 'question', lang: 'vi', ...nobody, since: now, rated }
}

/** Whether a tap on a face counts now. */
export const takesTap = (visit: Visit, now: number): boolean =>
  visit.view === 'question' && now - visit.rated >= INTERVAL_MS && now - visit.since >= SETTLING_MS

/** The visit after a step; the same object when the step does not count. */
export function stepped(visit: Visit, step: Step, now: number): Visit {
  switch (step.kind) {
    case 'tap':
      if (!takesTap(visit, now)) return visit
      return { ...visit, view: 'storing', level: step.level, touched: now, since: now }
    case 'stored':
      if (visit.view !== 'storing') return visit
      // Thanks begin untouched: they go by themselves unless somebody touches them.
      return { ...visit, view: 'thanks', rating: step.rating, touched: null, since: now, rated: now }
    case 'failed':
      if (visit.view !== 'storing') return visit
      return { ...visit, view: 'failed', kept: step.kept, touched: null, since: now, rated: now }
    case 'lang':
      return { ...visit, lang: step.lang, touched: now }
    case 'reason':
      if (visit.view !== 'thanks') return visit
      return { ...visit, reasons: toggled(visit.reasons, step.id), touched: now }
    case 'touch':
      return { ...visit, touched: now }
    case 'leave':
      return newVisit(now, visit.rated)
  }
}

const toggled = (list: readonly string[], id: string) =>
  list.includes(id) ? list.filter((one) => one !== id) : [...list, id]

export type Patience = { kind: 'none' } | { kind: 'running' | 'warning'; leftMs: number } | { kind: 'over' }

/** How long this visit may still last. Nobody's question waits for ever; a tap being stored is waited for. */
export function patienceOf(visit: Visit, now: number): Patience {
  if (visit.view === 'storing') return { kind: 'none' }
  if (visit.touched === null) {
    if (visit.view === 'question') return { kind: 'none' }
    const leftMs = visit.since + (visit.view === 'thanks' ? THANKS_MS : FAILED_MS) - now
    return leftMs > 0 ? { kind: 'running', leftMs } : { kind: 'over' }
  }
  const idle = now - visit.touched
  if (idle < IDLE_MS) return { kind: 'none' }
  const leftMs = IDLE_MS + WARNING_MS - idle
  return leftMs > 0 ? { kind: 'warning', leftMs } : { kind: 'over' }
}
