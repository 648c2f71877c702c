import type { Role } from '#db/schema.ts'

/** Every role, in the order they are offered. */
export const ROLES = [
  'city_office',
  'home_affairs',
  'auditor',
  'office_head',
  'case_handler',
  'administrator',
] as const satisfies readonly Role[]
