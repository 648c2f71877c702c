/**
 * Keeps the shell, and nothing else: the files that the build lists, taken whole or not at all, answered from the
 * cache alone. What goes to the server passes by. A new version waits until the page lets it in (updates.client.ts).
 */
interface Extendable extends Event {
  waitUntil(promise: Promise<unknown>): void
}
interface Fetching extends Extendable {
  request: Request
  respondWith(answer: Promise<Response>): void
}
interface WorkerScope extends EventTarget {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}

const worker = globalThis as unknown as WorkerScope
/** Written by the build: the version and every path of the shell. */
declare const PRECACHE: { version: string; paths: string[] }

const PREFIX = 'hai-long-kiosk-'
const SHELL = '/kiosk'
const cacheName = PREFIX + PRECACHE.version

worker.addEventListener('install', (event) => {
  const { paths } = PRECACHE
  const fill = async () => {
    const cache = await caches.open(cacheName)
    await cache.addAll(paths.map((path) => new Request(path, { cache: 'reload' })))
  }
  ;(event as Extendable).waitUntil(fill())
})

worker.addEventListener('activate', (event) => {
  const tidy = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== cacheName)
    await Promise.all(old.map((name) => caches.delete(name)))
    await worker.clients.claim()
  }
  ;(event as Extendable).waitUntil(tidy())
})

worker.addEventListener('message', (event) => {
  if ((event as MessageEvent).data === 'take-over') void worker.skipWaiting()
})

worker.addEventListener('fetch', (event) => {
  const { request } = event as Fetching
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  const path = request.mode === 'navigate' ? SHELL : pathname
  if (!PRECACHE.paths.includes(path)) return
  const answer = async () => (await (await caches.open(cacheName)).match(path)) ?? fetch(request)
  ;(event as Fetching).respondWith(answer())
})
