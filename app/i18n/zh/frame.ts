import type { Same } from '../texts.ts'
import type { frame as vi } from '../vi/frame.ts'

export const frame: Same<typeof vi> = {}
