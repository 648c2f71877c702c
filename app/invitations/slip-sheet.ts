import type { Box } from './placard-sheet.ts'

/** Eight slips of A7 on a sheet of A4, two beside each other; all lengths in millimetres. */
export const SLIP = { width: 105, height: 74.25 } as const
export const SLIPS_A_SHEET = 8
export const SLIP_SHEET = { width: 210, height: 297 } as const

/** The QR's modules without the quiet zone: at 33 modules (version 4) each is 1.15 mm. */
export const SLIP_SYMBOL = { x: 60.5, y: 8, side: 38 } as const

/** Where the nth slip of a sheet lies. */
export function slipPlace(at: number): Box {
  return { x: (at % 2) * SLIP.width, y: Math.floor(at / 2) * SLIP.height, ...SLIP }
}
