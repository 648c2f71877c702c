import { asPrinted, isCrockford } from './crockford.ts'
import { RECEIPT_LENGTH } from './secret.ts'

/** Reads a typed receipt; null when it cannot be one. */
export function readReceipt(typed: string): string | null {
  if (typed.length > 40) return null
  const receipt = asPrinted(typed)
  return receipt.length === RECEIPT_LENGTH && isCrockford(receipt) ? receipt : null
}
