import type { Role } from '#db/schema.ts'

/** Which cases somebody looks at; what may be asked depends on who asks. */
export const CASE_VIEWS = ['open', 'mine', 'due', 'overdue', 'quarantine', 'restricted', 'answered'] as const
export type CaseView = (typeof CASE_VIEWS)[number]

const VIEWS_OF: Partial<Record<Role, readonly CaseView[]>> = {
  city_office: CASE_VIEWS,
  case_handler: ['mine', 'due', 'overdue', 'answered'],
  office_head: ['open', 'overdue', 'answered'],
}

/** The views of a role in their order; the first is what it sees without asking. */
export const viewsOf = (role: Role): readonly CaseView[] => VIEWS_OF[role] ?? []

/** What a visitor asks the list for, as it stands in the address bar. */
export interface CaseQuestion {
  view: CaseView
  /** An office's id, or '' for every one. */
  office: string
  /** From 1. */
  page: number
}

export function readCaseQuestion(asked: URLSearchParams, role: Role): CaseQuestion {
  const views = viewsOf(role)
  const page = Number(asked.get('trang'))
  return {
    view: views.find((view) => view === asked.get('xem')) ?? views[0] ?? 'mine',
    office: role === 'city_office' ? (asked.get('don-vi') ?? '').slice(0, 80) : '',
    page: Number.isInteger(page) && page >= 1 && page <= 1_000 ? page : 1,
  }
}

/** The question as it stands in an address, what says nothing left out. */
export function askedOf({ view, office, page }: CaseQuestion): Record<string, string> {
  return { xem: view, ...(office && { 'don-vi': office }), ...(page > 1 && { trang: String(page) }) }
}
