import { gzipSync } from 'node:zlib'
import { LANGUAGES, type Lang } from '#app/i18n/languages.ts'
import { ratePath } from '#app/paths.ts'
import { rounded } from './figures.ts'
import { viewOf } from './phone.ts'
import { print } from './print.ts'
import { type Answer, headerOf, textOf, Wire } from './wire.ts'

/** promises.md A7: one response, headers included. */
const MOST_BYTES = 8_000

/** How heavy the rating page is for a phone, in each language, by the heaviest of the city's codes. */
export async function measureFirstView(port: number, codes: string[]): Promise<void> {
  const wire = await Wire.open(port)
  for (const lang of LANGUAGES) {
    const views: Answer[] = []
    for (const code of codes) views.push(await view(wire, port, code, lang))
    const heaviest = views.reduce((most, next) => (next.bytes > most.bytes ? next : most))
    const html = textOf(heaviest)
    const bare = bareBytes(html)
    const requests = 1 + othersNeeded(html)
    print({
      figure: 'first view',
      lang,
      codes: codes.length,
      bytes: heaviest.bytes,
      header_bytes: heaviest.bytes - heaviest.body.length,
      html_bytes: Buffer.byteLength(html),
      requests,
      counterpart: 'the same HTML gzipped with the four headers it needs',
      counterpart_bytes: bare,
      ratio: rounded(heaviest.bytes / bare),
      limits: { bytes: MOST_BYTES, requests: 1 },
      holds: heaviest.bytes <= MOST_BYTES && requests === 1,
    })
  }
  wire.close()
}

async function view(wire: Wire, port: number, code: string, lang: Lang): Promise<Answer> {
  const answer = await wire.exchange(viewOf(port, ratePath(code), lang))
  const encoding = headerOf(answer, 'content-encoding').join()
  if (answer.status !== 200 || encoding !== 'gzip') {
    throw new Error(`The rating page answered ${answer.status}, encoded ${encoding || 'not at all'}.`)
  }
  const faces = textOf(answer).match(/name="level"/g)?.length
  if (faces !== 5) throw new Error(`The rating page shows ${faces ?? 0} faces.`)
  return answer
}

/** What a browser would have to fetch beside the page itself before it is drawn. */
function othersNeeded(html: string): number {
  const loads =
    /<(?:script|img|iframe|object|embed)\b[^>]*\b(?:src|data)="(?!data:)|<link\b[^>]*\brel="(?:stylesheet|preload)"|url\((?!["']?data:)|@import/g
  return html.match(loads)?.length ?? 0
}

function bareBytes(html: string): number {
  const body = gzipSync(html, { level: 9 })
  const head = [
    'HTTP/1.1 200 OK',
    'Content-Type: text/html; charset=utf-8',
    'Content-Encoding: gzip',
    `Content-Length: ${body.length}`,
    `Date: ${new Date().toUTCString()}`,
  ]
  return Buffer.byteLength(`${head.join('\r\n')}\r\n\r\n`) + body.length
}
