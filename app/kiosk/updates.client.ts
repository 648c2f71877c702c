const WORKER = '/kiosk/worker.js'
const SCOPE = '/kiosk'
const ASK_MS = 60 * 60_000

/** The word that lets a waiting worker take over. */
export const TAKE_OVER = 'take-over'

/**
 * Registers the worker that keeps the shell, and lets a new version in only when `idle` says that nobody is at the
 * screen. Answers what is to be called whenever the screen becomes idle.
 */
export function keepUpdated(idle: () => boolean): () => void {
  const workers = navigator.serviceWorker
  // On a plain-http address there is none: the tablet then works as long as the page stays open.
  if (!workers) return () => undefined
  let registration: ServiceWorkerRegistration | undefined
  let due = false
  const hadOne = workers.controller !== null
  const settle = () => {
    if (!idle()) return
    if (due) location.reload()
    else registration?.waiting?.postMessage(TAKE_OVER)
  }
  workers.addEventListener('controllerchange', () => {
    // The very first worker takes a page that is already its own version.
    due = hadOne
    settle()
  })
  const register = async () => {
    registration = await workers.register(WORKER, { scope: SCOPE, updateViaCache: 'none' })
    registration.addEventListener('updatefound', () => {
      registration?.installing?.addEventListener('statechange', settle)
    })
    settle()
  }
  const ask = () => void (registration ? registration.update() : register()).catch(() => undefined)
  ask()
  setInterval(ask, ASK_MS)
  addEventListener('online', ask)
  return settle
}
