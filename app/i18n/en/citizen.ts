import type { Same } from '../texts.ts'
import type { citizen as vi } from '../vi/citizen.ts'

export const citizen: Same<typeof vi> = {}
