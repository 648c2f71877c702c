import type { LoaderFunctionArgs } from '@remix-run/node'
import { isReady } from '#app/http/readiness.server.ts'

/** Is the database there and readable. */
export async function loader({ context }: LoaderFunctionArgs) {
  const ready = await isReady(context.store)
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' }
  return new Response(ready ? 'ready\n' : 'the database does not answer\n', {
    status: ready ? 200 : 503,
    headers,
  })
}
