import { connect, type Socket } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

/** One answer as it came over the wire; `bytes` counts status line, headers, framing and body. */
export interface Answer {
  status: number
  head: string
  body: Buffer
  bytes: number
}

interface Waiting {
  resolve(answer: Answer): void
  reject(reason: Error): void
}

/**
 * A keep-alive connection that sends one prepared request at a time. A socket and an own reader of answers: the
 * generator then costs a fraction of what it measures, and every byte is counted.
 */
export class Wire {
  readonly #socket: Socket
  #received: Buffer = Buffer.alloc(0)
  #waiting: Waiting | undefined

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (chunk: Buffer) => this.#take(chunk))
    socket.on('error', (error) => this.#fail(error))
    socket.on('close', () => this.#fail(new Error('The server closed the connection.')))
  }

  /** @throws Error when the address cannot be used, such as another than 127.0.0.1 where only that one is set up */
  static open(port: number, localAddress = '127.0.0.1'): Promise<Wire> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', localAddress })
      socket.once('error', reject)
      socket.once('connect', () => {
        socket.off('error', reject)
        resolve(new Wire(socket))
      })
    })
  }

  /** Sends a whole request and answers when its answer is whole. */
  exchange(request: Buffer | string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      if (this.#socket.destroyed) return this.#fail(new Error('The server closed the connection before.'))
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#waiting = undefined
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk])
    try {
      const answer = readAnswer(this.#received)
      if (!answer) return
      this.#received = this.#received.subarray(answer.bytes)
      const waiting = this.#waiting
      this.#waiting = undefined
      waiting?.resolve(answer)
    } catch (fault) {
      this.#fail(fault as Error)
    }
  }

  #fail(reason: Error): void {
    this.#waiting?.reject(reason)
    this.#waiting = undefined
  }
}

/** The first answer in `bytes` (RFC 9112), or null while it is not whole. @throws Error when it has no known length */
export function readAnswer(bytes: Buffer): Answer | null {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd < 0) return null
  const head = bytes.toString('latin1', 0, headEnd)
  const status = Number(head.slice(9, 12))
  const start = headEnd + 4
  if (status === 204 || status === 304) return { status, head, body: Buffer.alloc(0), bytes: start }
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length !== undefined) {
    const end = start + Number(length)
    return bytes.length < end ? null : { status, head, body: bytes.subarray(start, end), bytes: end }
  }
  if (!/\r\ntransfer-encoding: *chunked/i.test(head)) throw new Error(`An answer without a length:\n${head}`)
  const chunked = readChunks(bytes, start)
  return chunked && { status, head, body: chunked.body, bytes: chunked.end }
}

function readChunks(bytes: Buffer, start: number): { body: Buffer; end: number } | null {
  const parts: Buffer[] = []
  for (let at = start; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at)
    if (lineEnd < 0) return null
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16)
    const next = lineEnd + 2 + size + 2
    if (bytes.length < next) return null
    if (size === 0)
      return { body: parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts), end: next }
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = next
  }
}

export function headerOf({ head }: Answer, name: string): string[] {
  return head
    .split('\r\n')
    .slice(1)
    .flatMap((line) => {
      const colon = line.indexOf(':')
      return line.slice(0, colon).toLowerCase() === name ? [line.slice(colon + 1).trim()] : []
    })
}

/** The body as a browser reads it. @throws Error when it is encoded in a way a phone did not ask for */
export function textOf(answer: Answer): string {
  const encoding = headerOf(answer, 'content-encoding').join()
  const decoders: Record<string, (body: Buffer) => Buffer> = {
    '': (body) => body,
    gzip: gunzipSync,
    br: brotliDecompressSync,
  }
  const decode = decoders[encoding]
  if (!decode) throw new Error(`Encoded as ${encoding}`)
  return decode(answer.body).toString()
}
