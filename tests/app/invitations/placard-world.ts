import pino from 'pino'
import { addStaff } from '#app/auth/add-staff.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import { dayOf } from '#app/calendar/day.ts'
import type { StandingPlacard } from '#app/invitations/placard.ts'
import { standingPlacards } from '#app/invitations/placard-choice.server.ts'
import type { PlacardOrderForm } from '#app/invitations/placard-form.ts'
import type { PrintParts } from '#app/invitations/placard-print.server.ts'
import { PrintJobs } from '#app/invitations/print-jobs.server.ts'
import type { SmallCity } from '#tests/world/small-city.ts'

export const ORIGIN = 'https://danhgia.langson.gov.vn'

export const everything: PlacardOrderForm = { which: 'all', form: 'a4', codes: [], offices: [] }

/** What the printing deeds need over a city. */
export function printParts({ store, clock }: SmallCity): PrintParts {
  return { store, clock, origin: ORIGIN, prints: new PrintJobs(clock, pino({ level: 'silent' })) }
}

/** Hoa of Văn phòng, in the store. */
export async function hoa({ store, clock }: SmallCity): Promise<Viewer> {
  const member = {
    email: 'hoa@example.vn',
    name: 'Nông Thị Hoa',
    role: 'city_office',
    officeId: null,
  } as const
  const staffId = await store.write((tx) => addStaff(tx, clock, { ...member, passwordHash: '' }))
  return { ...member, staffId, mayChange: true }
}

/** Every standing placard of the city by its number. */
export async function placardsOf({ store, clock }: SmallCity): Promise<Map<number, StandingPlacard>> {
  const now = { origin: ORIGIN, today: dayOf(clock.now()) }
  const placards = await standingPlacards(store.read, now)
  return new Map(placards.map((placard) => [placard.number, placard]))
}

/** Waits until a job is over, however it ends. */
export async function over(job: { status: string }): Promise<void> {
  while (job.status === 'running') await new Promise((next) => setTimeout(next, 5))
}

/** What the audit trail says was done, in order. */
export async function auditOf({ store }: SmallCity) {
  const rows = await store.read.selectFrom('audit_trail').selectAll().orderBy('sequence').execute()
  return rows.filter(({ action }) => /^(placard|slip)/.test(action))
}
