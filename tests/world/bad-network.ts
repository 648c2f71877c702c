import { createServer, type IncomingMessage, request as requestTo, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An answer that somebody else gives in the server's place. */
export interface Lie {
  status: number
  type: string
  text: string
}

/** What happens to what is asked of the server: everything while `away`, else what matches `path` alone. */
export type Mishap = 'none' | 'away' | 'lose request' | 'lose answer' | 'twice' | 'hang' | { lie: Lie }

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
  close(): Promise<void>
}

export async function aBadNetwork(target: string): Promise<BadNetwork> {
  const server = createServer((request, response) => {
    void pass(network, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const network: BadNetwork = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    target,
    shell: '',
    mishap: 'none',
    path: /^\/api\/kiosk\//,
    asked: 0,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
  return network
}

async function pass(network: BadNetwork, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { mishap } = network
  const body = await bodyOf(request)
  const meant = network.path.test(request.url ?? '')
  if (meant) network.asked++
  if (mishap === 'away') return void request.socket.destroy()
  if (!meant || mishap === 'none') return answer(response, await forward(network, request, body))
  if (mishap === 'hang') return
  if (mishap === 'lose request') return void request.socket.destroy()
  if (typeof mishap === 'object') {
    const { status, type, text } = mishap.lie
    return answer(response, {
      status,
      headers: { 'content-type': type, location: '/cong' },
      body: Buffer.from(text),
    })
  }
  if (mishap === 'twice') await forward(network, request, body)
  const told = await forward(network, request, body)
  if (mishap === 'lose answer') return void request.socket.destroy()
  answer(response, told)
}

interface Told {
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
  return new Promise((resolve, reject) => {
    const onward = requestTo(new URL(url ?? '/', server), { method, headers, agent: false }, (told) => {
      void bodyOf(told).then((whole) =>
        resolve({ status: told.statusCode ?? 502, headers: told.headers, body: whole }),
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
