import { receiptOf, type Secret } from '#app/invitations/secret.ts'

/** The receipt of a tablet's rating; no phone's submission has the same. */
export const kioskReceipt = (secret: Secret, entryId: string): string => receiptOf(secret, `kiosk|${entryId}`)
