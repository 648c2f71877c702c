import { addStaff } from '#app/auth/add-staff.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import type { AuditRow, Role } from '#db/schema.ts'
import type { SmallCity } from '#tests/world/small-city.ts'

/** Somebody of a role with an account in the city. */
export async function viewerOf(city: SmallCity, role: Role, officeId: string | null = null): Promise<Viewer> {
  const email = `${role}@offices.example`
  const staffId = await city.store.write((tx) =>
    addStaff(tx, city.clock, { email, name: role, role, officeId, passwordHash: '' }),
  )
  return { staffId, name: role, email, role, officeId, mayChange: true }
}

/** The audit trail from its beginning, `before` and `after` read again. */
export async function trailOf(city: SmallCity) {
  const rows: AuditRow[] = await city.store.read
    .selectFrom('audit_trail')
    .selectAll()
    .orderBy('sequence')
    .execute()
  const read = (text: string): unknown => (text === '' ? null : JSON.parse(text))
  return rows.map(({ actor, action, subject_id, before, after }) => ({
    ...{ actor, action, subject: subject_id },
    ...{ before: read(before), after: read(after) },
  }))
}
