import QRCode from 'qrcode'

/** Level Q survives a blot of a quarter of the symbol; four modules of quiet zone as ISO/IEC 18004 asks. */
const SYMBOL = { errorCorrectionLevel: 'Q', margin: 4 } as const

/** The address as it goes into a QR: all upper case, so that the denser alphanumeric mode holds it. */
export function printedAddress(origin: string, code: string): string {
  return `${origin}/r/${code}`.toUpperCase()
}

/** A host that alphanumeric mode cannot spell (an IPv6 literal) goes as bytes. */
const segments = (address: string) =>
  /^[0-9A-Z $%*+\-./:]*$/.test(address) ? [{ data: address, mode: 'alphanumeric' as const }] : address

/** The QR as SVG; version 3 at the most for a standing code at a host of up to 28 characters. */
export function qrSvg(address: string): Promise<string> {
  return QRCode.toString(segments(address), { ...SYMBOL, type: 'svg' })
}

/** The QR in block characters, for a terminal. */
export function qrForTerminal(address: string): Promise<string> {
  return QRCode.toString(segments(address), { ...SYMBOL, type: 'terminal', small: true })
}

/** The version (1-40) that an address needs: its symbol has 17 + 4 x version modules a side. */
export function qrVersion(address: string): number {
  return QRCode.create(segments(address), SYMBOL).version
}
