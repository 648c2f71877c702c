import QRCode from 'qrcode'

/** The QR for an authenticator app, as the address of an SVG picture. */
export async function totpPicture(otpauth: string): Promise<string> {
  const svg = await QRCode.toString(otpauth, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}
