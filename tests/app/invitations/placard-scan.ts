import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import jsQR from 'jsqr'
import type { Box } from '#app/invitations/placard-sheet.ts'

export const DPI = 150
const pixels = (mm: number) => Math.round((mm / 25.4) * DPI)
export const millimetres = (px: number) => (px / DPI) * 25.4

export interface Picture {
  width: number
  height: number
  /** One byte a pixel, 0 black. */
  gray: Uint8Array
}

/** Every page of a PDF as pixels, cut down to what lies inside the box. */
export function renderedPages(pdf: string, box: Box): Picture[] {
  const prefix = `page-${Math.round(box.x * 10)}-${Math.round(box.y * 10)}`
  const crop = { x: box.x, y: box.y, W: box.width, H: box.height }
  const words = Object.entries(crop).flatMap(([name, mm]) => [`-${name}`, String(Math.max(0, pixels(mm)))])
  execFileSync('pdftoppm', ['-gray', '-r', String(DPI), ...words, pdf, join(dirname(pdf), prefix)])
  const files = readdirSync(dirname(pdf)).filter((name) => name.startsWith(`${prefix}-`))
  return files.sort().map((name) => readPgm(readFileSync(join(dirname(pdf), name))))
}

/** A binary PGM: `P5`, width, height, 255, then the bytes. */
function readPgm(file: Buffer): Picture {
  const [, width, height, end] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40)) ?? []
  if (!width || !height) throw new TypeError(`No PGM picture: ${end}`)
  const size = Number(width) * Number(height)
  return { width: Number(width), height: Number(height), gray: new Uint8Array(file.subarray(-size)) }
}

/** What a phone reads in the picture, and the extent of what is dark in it in millimetres; null: it reads nothing. */
export function scanned(picture: Picture): { text: string; side: number } | null {
  const { width, height, gray } = picture
  const colours = new Uint8ClampedArray(gray.length * 4)
  for (const [at, value] of gray.entries()) {
    colours.fill(value, at * 4, at * 4 + 3).fill(255, at * 4 + 3, at * 4 + 4)
  }
  const found = jsQR(colours, width, height, { inversionAttempts: 'dontInvert' })
  return found && { text: found.data, side: darkExtent(picture) }
}

/** From the first to the last column that has anything dark: the symbol's side where nothing else is in the picture. */
function darkExtent({ width, gray }: Picture): number {
  let [first, last] = [width, 0]
  for (const [at, value] of gray.entries()) {
    if (value >= 128) continue
    first = Math.min(first, at % width)
    last = Math.max(last, at % width)
  }
  return millimetres(last - first + 1)
}

/** The box and what lies around it. */
export const around = ({ x, y, width, height }: Box, margin: number): Box => ({
  x: Math.max(0, x - margin),
  y: Math.max(0, y - margin),
  width: width + 2 * margin,
  height: height + 2 * margin,
})

/** The words on every page. */
export function wordsOf(pdf: string): string[] {
  const text = execFileSync('pdftotext', ['-enc', 'UTF-8', pdf, '-']).toString('utf8')
  return text.split('\f').slice(0, -1)
}

/** A line may have been broken: the same words with single spaces. */
export const unbroken = (text: string): string => text.replace(/\s+/g, ' ').trim()
