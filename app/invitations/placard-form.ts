import { PLACARD_FORMS, type PlacardForm } from './placard-sheet.ts'

/** Which placards somebody wants, as which form. */
export interface PlacardOrderForm {
  which: 'all' | 'chosen'
  form: PlacardForm
  /** Placards one by one, and offices with all of theirs. */
  codes: string[]
  offices: string[]
}

/** Reads what was chosen, in a form or in an address; whatever cannot be understood is as if it were not said. */
export function readPlacardForm(fields: URLSearchParams): PlacardOrderForm {
  return {
    which: fields.get('which') === 'all' ? 'all' : 'chosen',
    form: PLACARD_FORMS.find((form) => form === fields.get('form')) ?? 'a4',
    codes: fields.getAll('placard'),
    offices: fields.getAll('office'),
  }
}

/** Those of the placards that were chosen. */
export function chosenOf<T extends { code: string; officeId: string }>(
  placards: readonly T[],
  { which, codes, offices }: PlacardOrderForm,
): T[] {
  if (which === 'all') return [...placards]
  const chosen = new Set([...codes, ...offices])
  return placards.filter(({ code, officeId }) => chosen.has(code) || chosen.has(officeId))
}
