import type { Same } from '../texts.ts'
import type { session as vi } from '../vi/session.ts'

export const session: Same<typeof vi> = {}
