import { addStaff } from '#app/auth/add-staff.server.ts'
import type { Viewer } from '#app/auth/viewer.ts'
import type { Role } from '#db/schema.ts'
import type { SmallCity } from '#tests/world/small-city.ts'

/** Somebody of a role that looks at the whole city. */
export async function aStaffMember({ store, clock }: SmallCity, role: Role): Promise<Viewer> {
  const member = { email: `${role}@langson.example`, name: role, role, officeId: null }
  const staffId = await store.write((tx) => addStaff(tx, clock, { ...member, passwordHash: 'x' }))
  return { staffId, ...member, mayChange: true }
}
