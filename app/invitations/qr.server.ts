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

/** The symbol without its quiet zone, for whoever draws it. */
export interface QrModules {
  /** Modules a side: 17 + 4 x version. */
  size: number
  isDark(x: number, y: number): boolean
}

export function qrModules(address: string): QrModules {
  const { modules } = QRCode.create(segments(address), SYMBOL)
  return { size: modules.size, isDark: (x, y) => modules.get(y, x) === 1 }
}

/** The QR for a terminal of any colours: two modules a character, black on white, with its quiet zone. */
export function qrForTerminal(address: string): string {
  const { modules } = QRCode.create(segments(address), SYMBOL)
  const reach = modules.size + SYMBOL.margin
  const isDark = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < modules.size && y < modules.size && modules.get(y, x) === 1
  const lines: string[] = []
  for (let y = -SYMBOL.margin; y < reach; y += 2) {
    let line = ''
    for (let x = -SYMBOL.margin; x < reach; x++) {
      line += BLOCKS[(isDark(x, y) ? 1 : 0) + (isDark(x, y + 1) ? 2 : 0)]
    }
    lines.push(`\u001b[30;107m${line}\u001b[0m`)
  }
  return lines.join('\n')
}

const BLOCKS = [' ', '▀', '▄', '█']

/** The version (1-40) that an address needs: its symbol has 17 + 4 x version modules a side. */
export function qrVersion(address: string): number {
  return QRCode.create(segments(address), SYMBOL).version
}
