import { createServer, type IncomingMessage, request as requestTo, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An answer that somebody else gives in the server's place. */
export interface Lie {
  status: number
  type: string
  text: string
}

/** What happens to what is asked of the server: everything while `away`, else what matches `path` alone. */
export type Mishap =
  | 'none'
  | 'away'
  | 'lose request'
  | 'lose answer'
  | 'twice'
  /** Three times, none waiting for the other. */
  | 'at once'
  | 'hang'
  /** The server has it, and whoever asked waits for ever. */
  | 'hang answer'
  | { lie: Lie }

/** Brings a request's body to the server. */
export type Send = (body: Buffer) => Promise<Told>

/** A network between a browser and the server that can be made bad at any moment. */
export interface BadNetwork {
  address: string
  /** Where the server is; changed when it is started again. */
  target: string
  /** Where the tablet's app is, when another version of it than the server's is to be given out. */
  shell: string
  mishap: Mishap
  /** Which addresses suffer. */
  path: RegExp
  /** Requests to such addresses so far. */
  asked: number
  /** Those of them that the network is done with, whatever came of them. */
  done: number
  /** What happens on the way to the server and back, for one delivery. */
  onTheWay(body: Buffer, send: Send): Promise<Told>
  close(): Promise<void>
}

/** At a loopback address of its own it is a place of its own to a browser, whatever port it is given. */
export async function aBadNetwork(target: string, host = '127.0.0.1'): Promise<BadNetwork> {
  const server = createServer((request, response) => {
    void pass(network, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, host, listening))
  const network: BadNetwork = {
    address: `http://${host}:${(server.address() as AddressInfo).port}`,
    target,
    shell: '',
    mishap: 'none',
    path: /^\/api\/kiosk\//,
    asked: 0,
    done: 0,
    onTheWay: (body, send) => send(body),
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
  return network
}

async function pass(network: BadNetwork, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request)
  const meant = network.path.test(request.url ?? '')
  if (meant) network.asked++
  try {
    const send: Send = (onward) => forward(network, request, onward)
    const told = meant
      ? await suffer(network.mishap, () => network.onTheWay(body, send))
      : network.mishap === 'away'
        ? 'lost'
        : await send(body)
    if (told === 'lost') request.socket.destroy()
    else if (told !== 'nothing') answer(response, told)
  } finally {
    if (meant) network.done++
  }
}

/** What whoever asked is told: an answer, that the connection is lost, or nothing for ever. */
async function suffer(mishap: Mishap, deliver: () => Promise<Told>): Promise<Told | 'lost' | 'nothing'> {
  if (typeof mishap === 'object') {
    const { status, type, text } = mishap.lie
    return { status, headers: { 'content-type': type, location: '/cong' }, body: Buffer.from(text) }
  }
  if (mishap === 'away' || mishap === 'lose request') return 'lost'
  if (mishap === 'hang') return 'nothing'
  if (mishap === 'twice') await deliver()
  const [told] = await Promise.all([deliver(), ...(mishap === 'at once' ? [deliver(), deliver()] : [])])
  if (mishap === 'hang answer') return 'nothing'
  return mishap === 'lose answer' ? 'lost' : told
}

export interface Told {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

function answer(response: ServerResponse, { status, headers, body }: Told): void {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !/^(transfer-encoding|connection|keep-alive)$/.test(name))
      response.setHeader(name, value)
  }
  response.writeHead(status)
  response.end(body)
}

function forward(
  { target, shell }: BadNetwork,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
): Promise<Told> {
  const server = shell !== '' && url?.startsWith('/kiosk') ? shell : target
  // What is delivered need not be what was asked, and its answer is read on the way.
  const plain = { 'content-length': String(body.length), 'accept-encoding': 'identity' }
  const sent = body.length > 0 ? { ...headers, ...plain } : headers
  return new Promise((resolve, reject) => {
    const onward = requestTo(new URL(url ?? '/', server), { method, headers: sent, agent: false }, (told) => {
      void bodyOf(told).then(
        (whole) => resolve({ status: told.statusCode ?? 502, headers: told.headers, body: whole }),
        reject,
      )
    })
    onward.on('error', reject)
    onward.end(body)
  })
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
