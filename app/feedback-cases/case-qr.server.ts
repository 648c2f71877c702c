import { qrModules } from '#app/invitations/qr.server.ts'
import { followedCasePath } from '#app/paths.ts'
import type { QrShape } from './qr-picture.tsx'

/** The address of a case in upper case, so that the denser alphanumeric mode holds it (routes take any case). */
export const caseAddress = (origin: string, code: string): string =>
  `${origin}${followedCasePath(code)}`.toUpperCase()

/** The QR that opens a case's page, runs of dark modules as one path. */
export function caseQr(origin: string, code: string): QrShape {
  const { size, isDark } = qrModules(caseAddress(origin, code))
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let run = 0
      while (x + run < size && isDark(x + run, y)) run++
      if (run > 0) path += `M${x} ${y}h${run}v1h-${run}z`
      x += run
    }
  }
  return { size, path }
}
