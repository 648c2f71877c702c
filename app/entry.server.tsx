import { setImmediate as otherWork } from 'node:timers/promises'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'

export { start } from './start.server.ts'

/** Staff pages: styles from our own assets, nothing inline but what carries this response's nonce. */
function deskPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/**
 * A document as one string: streaming it compressed costs four times the CPU (a flush per chunk). Whoever waits is
 * answered first: a page of 400 offices has held the server for its figures, and its drawing takes as long again.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  // The first comes before sockets are looked at again, the second after.
  await otherWork()
  await otherWork()
  const html = `<!DOCTYPE html>${renderToString(<RemixServer context={entry} url={request.url} />)}`
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Security-Policy', deskPolicy(context.nonce))
  headers.set('Cache-Control', 'no-store')
  // As bytes: a string of a megabyte is looked through once more for halves of characters.
  return new Response(Buffer.from(html), { status, headers })
}

/** A fault is logged once, with its request's id; refusals and closed connections are none. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  context.log.error({ id: context.requestId, err: error }, 'fault')
}
