/** The fields of the forms about staff. */
export const STAFF_FIELDS = ['name', 'email', 'role', 'office', 'reason'] as const
export type StaffField = (typeof STAFF_FIELDS)[number]

/** What is wrong with a form about staff, and what was typed in it. */
export interface StaffRefusal {
  problems: { name: StaffField; kind: 'wrong' | 'email_taken' | 'last_administrator' }[]
  typed: Record<string, string>
}

/** A form that does not fit its schema, field by field in the page's order. */
export function refusedStaffForm({
  problems,
  typed,
}: {
  problems: Set<string>
  typed: Record<string, string>
}): StaffRefusal {
  const wrong = STAFF_FIELDS.filter((name) => problems.has(name))
  return { problems: wrong.map((name) => ({ name, kind: 'wrong' })), typed }
}

/** What the city refuses although the form is well written. */
export function refusedPost(
  kind: 'email_taken' | 'no_office' | 'last_administrator',
  form: URLSearchParams,
): StaffRefusal {
  const typed = Object.fromEntries(form)
  if (kind === 'email_taken') return { problems: [{ name: 'email', kind }], typed }
  if (kind === 'no_office') return { problems: [{ name: 'office', kind: 'wrong' }], typed }
  return { problems: [{ name: 'role', kind }], typed }
}
