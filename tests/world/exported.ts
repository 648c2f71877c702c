import { buffer } from 'node:stream/consumers'
import { inflateRawSync } from 'node:zlib'
import { csvStream } from '#app/exports/csv-stream.server.ts'
import type { ExportedTable } from '#app/exports/exported-table.ts'

/** A table as the CSV file that it is downloaded as. */
export const csvOf = async (table: ExportedTable): Promise<string> =>
  (await buffer(csvStream(table))).toString('utf8')

/** What a spreadsheet reads of a workbook's one sheet, and the XML it stands in. */
export interface Workbook {
  /** Text, or a number as it is stored; null for an empty cell. */
  rows: (string | number | null)[][]
  sheet: string
  name: string
  formats: string[]
}

/** Reads a workbook by its zip and XML alone. */
export function workbookOf(file: Buffer): Workbook {
  const parts = unzipped(file)
  const part = (path: string) => parts.get(path) ?? ''
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = '']) =>
    plain([...si.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, t]) => t).join('')),
  )
  const sheet = part('xl/worksheets/sheet1.xml')
  const rows = [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => {
    const cells: (string | number | null)[] = []
    for (const [, attributes = '', inner = ''] of row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const column = /r="([A-Z]+)\d+"/.exec(attributes)?.[1] ?? ''
      const at = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
      const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1]
      while (cells.length < at) cells.push(null)
      if (value === undefined) cells.push(null)
      else cells.push(attributes.includes('t="s"') ? (shared[Number(value)] ?? '') : Number(value))
    }
    return cells
  })
  return {
    ...{ rows, sheet },
    name: plain(/<sheet [^>]*name="([^"]*)"/.exec(part('xl/workbook.xml'))?.[1] ?? ''),
    formats: [...part('xl/styles.xml').matchAll(/formatCode="([^"]*)"/g)].map(([, code = '']) => plain(code)),
  }
}

/** The parts of a zip by their names. */
export function unzipped(file: Buffer): Map<string, string> {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06'))
  const parts = new Map<string, string>()
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const [size, nameLength] = [file.readUInt32LE(at + 20), file.readUInt16LE(at + 28)]
    const local = file.readUInt32LE(at + 42)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const packed = file.subarray(from, from + size)
    parts.set(name, (file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8'))
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return parts
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const plain = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => ENTITIES[name] ?? '')
