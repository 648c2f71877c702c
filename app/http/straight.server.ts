import type { RequestHandler, Request as ServerRequest, Response as ServerResponse } from 'express'

interface Asked<Context> {
  request: Request
  params: Record<string, string>
  context: Context
}

/** What a resource route exports, as far as it is needed here. */
export interface StraightRoute<Context> {
  loader(asked: Asked<Context>): Promise<Response>
  action(asked: Asked<Context>): Promise<Response>
}

/**
 * Leads to a resource route without Remix's router, which ranks every route of the site anew at each request and
 * costs more than storing a rating. The route's loader and action are the same; Remix answers other methods.
 */
export function straightTo<Context>(
  route: StraightRoute<Context>,
  contextOf: (request: ServerRequest, response: ServerResponse) => Context,
  largestBody: number,
): RequestHandler {
  return async (request, response, next) => {
    const reading = request.method === 'GET' || request.method === 'HEAD'
    if (!reading && request.method !== 'POST') return next()
    try {
      const asked = {
        request: webRequest(request, reading ? undefined : await wholeBody(request, largestBody)),
        params: request.params,
        context: contextOf(request, response),
      }
      await send(response, await (reading ? route.loader(asked) : route.action(asked)))
    } catch (thrown) {
      if (thrown instanceof Response) await send(response, thrown)
      else next(thrown)
    }
  }
}

/** Only what the doors of a citizen and of a tablet read. */
const HEADERS = [
  'accept-encoding',
  'accept-language',
  'authorization',
  'content-type',
  'cookie',
  'if-none-match',
] as const

function webRequest(request: ServerRequest, body: Buffer | undefined): Request {
  const headers: Record<string, string> = {}
  for (const name of HEADERS) {
    const value = request.headers[name]
    if (value !== undefined) headers[name] = value
  }
  const { method } = request
  if (body) headers['content-length'] = String(body.length)
  const init = body ? { method, headers, body: new Uint8Array(body) } : { method, headers }
  return new Request(new URL(request.originalUrl, 'http://localhost'), init)
}

/** The body, read no further than one chunk past the largest: its door refuses it by its length then. */
function wholeBody(request: ServerRequest, largest: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      chunks.push(chunk)
      if (size > largest) resolve(Buffer.concat(chunks))
    })
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('error', reject)
  })
}

async function send(response: ServerResponse, answer: Response): Promise<void> {
  response.status(answer.status)
  for (const [name, value] of answer.headers) response.append(name, value)
  response.end(answer.body ? Buffer.from(await answer.arrayBuffer()) : undefined)
}
