/** Why a field of an administration form was refused; each has its text under `offices:problem`. */
export type Problem =
  | 'required'
  | 'too_long'
  | 'not_a_day'
  | 'not_a_gso_code'
  | 'not_a_choice'
  | 'day_outside'
  | 'day_in_future'
  | 'before_last_change'
  | 'until_before_from'
  | 'same_name'
  | 'same_parent'
  | 'circle'
  | 'beyond_parent'
  | 'open_children'
  | 'has_successor'
  | 'no_predecessor'
  | 'predecessor_not_open'
  | 'successor_is_predecessor'
  | 'successor_not_open'
  | 'lineage_circle'
  | 'already_merged'
  | 'beyond_office'
  | 'code_in_use'
  | 'not_a_time'
  | 'hours_order'
  | 'not_a_procedure_code'
  | 'procedure_known'
  | 'not_a_percent'
  | 'already_so'

export type Problems = Readonly<Record<string, Problem>>

/** What was typed, by field; a field may have been given several times. */
export type Typed = Readonly<Record<string, string[]>>

/** A form that was refused: which one, what is wrong at which field, and what was typed. */
export interface Refused {
  intent: string
  problems: Problems
  typed: Typed
}

/** What came of a form; `done` is a word for the page that follows, `id` what was made. */
export type Outcome = { done: string; id?: string } | { problems: Problems }

export const isEmpty = (problems: Problems): boolean => Object.keys(problems).length === 0

export const typedIn = (form: URLSearchParams): Typed =>
  Object.fromEntries([...new Set(form.keys())].map((key) => [key, form.getAll(key)]))

/** The value a field shows: what was typed into the refused form, or what is stored. */
export function shownValue(refused: Refused | null, field: string, stored = ''): string {
  return refused ? (refused.typed[field]?.[0] ?? '') : stored
}
