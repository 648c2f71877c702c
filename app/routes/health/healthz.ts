/** Is the server up: nothing is asked of anything else. */
export const loader = () => new Response('ok\n', { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })

/** Health is read, never sent. */
export const action = () => new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } })
