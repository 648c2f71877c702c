import type { StaffRow } from '#db/schema.ts'

export type AccountState = 'active' | 'suspended' | 'invited'

/** Where an account stands: invited as long as its owner has not chosen a password. */
export function accountState(staff: Pick<StaffRow, 'status' | 'password_hash'>): AccountState {
  if (staff.status === 'suspended') return 'suspended'
  return staff.password_hash === '' ? 'invited' : 'active'
}
