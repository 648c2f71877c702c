import type { Same } from '../texts.ts'
import type { staff as vi } from '../vi/staff.ts'

export const staff: Same<typeof vi> = {}
