import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import { printedAddress, qrForTerminal, qrSvg, qrVersion } from '#app/invitations/qr.server.ts'

const ORIGIN = 'https://danhgia.langson.example'

/** What a camera would see of a terminal: each character two modules, each module 4 pixels. */
function pictureOf(text: string) {
  const lines = text.split('\n').map((line) => [...line.replaceAll(/[^ ▀▄█]/g, '')])
  const width = (lines[0]?.length ?? 0) * 4
  const height = lines.length * 8
  const pixels = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const block = lines[Math.floor(y / 8)]?.[Math.floor(x / 4)] ?? ' '
      const dark = (y % 8 < 4 ? '▀█' : '▄█').includes(block)
      pixels.set([dark ? 0 : 255, dark ? 0 : 255, dark ? 0 : 255, 255], (y * width + x) * 4)
    }
  }
  return { pixels, width, height }
}

test('the QR in a terminal is read by a camera', () => {
  const address = printedAddress(ORIGIN, 'K7Q29FHX')
  const { pixels, width, height } = pictureOf(qrForTerminal(address))
  expect(jsQR(pixels, width, height)?.data).toBe('HTTPS://DANHGIA.LANGSON.EXAMPLE/R/K7Q29FHX')
})

test('an address that alphanumeric mode cannot spell is still a QR', async () => {
  const address = printedAddress('http://[::1]:3000', 'K7Q29FHX')
  const { pixels, width, height } = pictureOf(qrForTerminal(address))
  expect(jsQR(pixels, width, height)?.data).toBe('HTTP://[::1]:3000/R/K7Q29FHX')
  expect(await qrSvg(address)).toContain('<svg')
  expect(qrVersion(address)).toBeGreaterThan(0)
})
