import { randomInt, randomUUID } from 'node:crypto'
import type { Lang } from '#app/i18n/languages.ts'

const ACCEPT_LANGUAGE: Record<Lang, string> = {
  vi: 'vi-VN,vi;q=0.9,en-US;q=0.6,en;q=0.5',
  en: 'en-GB,en;q=0.9',
  zh: 'zh-CN,zh;q=0.9,en;q=0.7',
}

/** What a cheap Android phone sends with every request. */
function phoneHead(port: number, lang: Lang, encodings = 'gzip, deflate, br, zstd'): string {
  return [
    `Host: 127.0.0.1:${port}`,
    'Connection: keep-alive',
    'User-Agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36',
    'Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
    `Accept-Encoding: ${encodings}`,
    `Accept-Language: ${ACCEPT_LANGUAGE[lang]}`,
    'Upgrade-Insecure-Requests: 1',
  ].join('\r\n')
}

/** A view of a page. */
export function viewOf(port: number, path: string, lang: Lang = 'vi'): Buffer {
  return Buffer.from(`GET ${path} HTTP/1.1\r\n${phoneHead(port, lang)}\r\nSec-Fetch-Site: none\r\n\r\n`)
}

/** A view that asks for no compression: what compressing a few bytes costs is no part of an empty route. */
export function plainViewOf(port: number, path: string): Buffer {
  return Buffer.from(`GET ${path} HTTP/1.1\r\n${phoneHead(port, 'vi', 'identity')}\r\n\r\n`)
}

/** A form as a browser of the same site posts it. */
export function formTo(port: number, path: string, form: string): string {
  return [
    `POST ${path} HTTP/1.1`,
    phoneHead(port, 'vi'),
    `Origin: http://127.0.0.1:${port}`,
    'Sec-Fetch-Site: same-origin',
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${Buffer.byteLength(form)}\r\n\r\n${form}`,
  ].join('\r\n')
}

/** One tap of somebody new: a submission of its own, any of the five faces. */
export const newTap = (): string => `submission=${randomUUID()}&lang=vi&level=${randomInt(1, 6)}`
