import { resolve } from 'node:path'
import express, { type RequestHandler, type Response, Router } from 'express'
import { SHELL_PATH, SHELL_POLICY } from '#app/kiosk/shell.ts'

/** Names with a hash of their content never change. */
const isHashed = (path: string) => /-[\w-]{8}\.(js|css|mp3|m4a|ogg|webm)$/.test(path)

/** The tablet's app as the build made it: the shell at `/kiosk`, its files below. */
export function kioskShell(folder: string): Router {
  const router = Router({ strict: true })
  const shell: RequestHandler = (_request, response, next) => {
    answeredAs(response, 'no-cache')
    response.sendFile(resolve(folder, 'shell.html'), (error) => error && next())
  }
  router.get('/', (request, response, next) => {
    // One address only: the worker's scope and the list of what it keeps name it without a slash.
    if (request.originalUrl.startsWith(`${SHELL_PATH}/`)) response.redirect(308, SHELL_PATH)
    else shell(request, response, next)
  })
  router.use(
    express.static(folder, {
      index: false,
      redirect: false,
      cacheControl: false,
      setHeaders: (response, path) =>
        answeredAs(response, isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
    }),
  )
  return router
}

function answeredAs(response: Response, caching: string): void {
  response.setHeader('Content-Security-Policy', SHELL_POLICY)
  response.setHeader('Cache-Control', caching)
  // The worker lies below the page that it keeps.
  response.setHeader('Service-Worker-Allowed', SHELL_PATH)
}
