import { createServer, type Server } from 'node:http'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { v4 as uuid } from 'uuid'
import { type AppContext, newNonce, type Parts } from './context.server.ts'
import { LARGEST_FORM, largestFormAt } from './http/form.server.ts'
import { problemAnswer } from './http/json-answer.server.ts'
import { kioskShell } from './http/kiosk-shell.server.ts'
import { visitorOf } from './http/rate-limit.server.ts'
import { isForeignWrite } from './http/same-site.ts'
import { type StraightRoute, straightTo } from './http/straight.server.ts'
import { troubleAnswer } from './http/trouble.server.ts'
import { LARGEST_KIOSK_BODY } from './kiosk/kiosk-api.ts'
import { SHELL_PATH } from './kiosk/shell.ts'
import { patterns } from './paths.ts'

/** Slow senders are cut: 500 of 500 slow sockets closed in under 15 s (Node's defaults closed none). */
const TIMEOUTS = { headersTimeout: 8_000, requestTimeout: 10_000, connectionsCheckingInterval: 2_000 }
const KEEP_ALIVE_MS = 15_000

/** What a thousand people may do or look at once, and tablets all day: these do not pass Remix's router. */
const STRAIGHT = [
  [patterns.rate, 'routes/citizen/rate', LARGEST_FORM],
  [patterns.receipt, 'routes/citizen/receipt', LARGEST_FORM],
  [patterns.publicResults, 'routes/citizen/results', LARGEST_FORM],
  [patterns.publicResultsJson, 'routes/citizen/results-file', LARGEST_FORM],
  [patterns.publicResultsCsv, 'routes/citizen/results-file', LARGEST_FORM],
  [patterns.publicOffice, 'routes/citizen/results', LARGEST_FORM],
  [patterns.kioskPair, 'routes/api/kiosk-pair', LARGEST_KIOSK_BODY],
  [patterns.kioskRatings, 'routes/api/kiosk-ratings', LARGEST_KIOSK_BODY],
  [patterns.kioskHeartbeat, 'routes/api/kiosk-heartbeat', LARGEST_KIOSK_BODY],
] as const

/** What no door replaces: pages with styles or forms bring their own policy. */
const STRICTEST = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The HTTP server around the pages: headers, limits, static files, logs without addresses. */
export function httpServer(build: ServerBuild, parts: Parts, clientFolder: string): Server {
  const { config, log } = parts
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('trust proxy', config.trustProxy)
  app.use(identified(log))
  app.use(guarded(config.production))
  app.use(
    '/assets',
    express.static(`${clientFolder}/assets`, { immutable: true, maxAge: '1y', index: false }),
  )
  app.use('/assets', (_request, response) => response.status(404).end())
  app.use(refused(config.origin))
  app.use(compression({ filter: isCompressible }))
  app.use(SHELL_PATH, kioskShell(`${clientFolder}/kiosk`))
  const contextOf = (request: Request, response: Response): AppContext => ({
    ...parts,
    requestId: response.locals.id as string,
    // Made when a page asks for it: a tap needs none.
    get nonce() {
      response.locals.nonce ??= newNonce()
      return response.locals.nonce as string
    },
    visitor: visitorOf(request.ip ?? ''),
  })
  for (const [pattern, id, largest] of STRAIGHT) {
    const route = build.routes[id]?.module as unknown as StraightRoute<AppContext>
    app.all(pattern, straightTo(route, contextOf, largest))
  }
  app.all(
    '*',
    createRequestHandler({
      build,
      getLoadContext: (request, response) => ({ ...contextOf(request, response) }),
    }),
  )
  app.use(broken(log))
  const server = createServer(TIMEOUTS, app)
  server.keepAliveTimeout = KEEP_ALIVE_MS
  return server
}

const isCompressible = (_request: Request, response: Response) =>
  /html|csv|svg|css|json|javascript/.test(String(response.getHeader('content-type')))

/** One line a request: id, method, first part of the path (the rest may be a secret), status, time. */
function identified(log: Logger): RequestHandler {
  return (request, response, next) => {
    const id = uuid()
    const began = performance.now()
    response.locals.id = id
    response.setHeader('X-Request-Id', id)
    response.on('finish', () => {
      const room = `/${request.path.split('/')[1] ?? ''}`
      const ms = Math.round((performance.now() - began) * 10) / 10
      log.info({ id, method: request.method, room, status: response.statusCode, ms }, 'request')
    })
    next()
  }
}

function guarded(production: boolean): RequestHandler {
  const headers = helmet({
    contentSecurityPolicy: false,
    // no-referrer would make browsers send "Origin: null" with forms.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: production ? { maxAge: 31_536_000 } : false,
    xFrameOptions: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    originAgentCluster: false,
  })
  return (request, response, next) => {
    response.setHeader('Content-Security-Policy', STRICTEST)
    response.setHeader('Cache-Control', 'no-store')
    // What a door says replaces what stands here, instead of standing beside it.
    const append = response.append.bind(response)
    response.append = (name, value) =>
      name.toLowerCase() === 'set-cookie' ? append(name, value) : response.set(name, value)
    headers(request, response, next)
  }
}

/** A program reads problems, not pages. */
const isForPrograms = (request: Request) => request.path.startsWith('/api/')

/** Cross-site writes and bodies that no public form needs are answered before anything reads them. */
function refused(origin: string): RequestHandler {
  return (request, response, next) => {
    const head = request.headers
    if (
      !URL.canParse(`http://${head.host ?? ''}`) ||
      !URL.canParse(request.originalUrl, 'http://localhost')
    ) {
      return troubleAnswer(request, response, 'method', 400)
    }
    const toProgram = isForPrograms(request)
    if (isForeignWrite(request.method, head, origin)) {
      if (toProgram) return problemAnswer(response, 'forbidden')
      return troubleAnswer(request, response, 'forbidden', 403)
    }
    if (Number(head['content-length'] ?? 0) > largestFormAt(request.path)) {
      response.setHeader('Connection', 'close')
      if (toProgram) return problemAnswer(response, 'too_large')
      return troubleAnswer(request, response, 'too_large', 413)
    }
    next()
  }
}

function broken(log: Logger): ErrorRequestHandler {
  return (error, request, response, _next) => {
    // An address that cannot be decoded is the visitor's, not a fault of ours.
    if (error.status === 400) return troubleAnswer(request, response, 'not_found', 400)
    log.error({ id: response.locals.id, err: error }, 'fault')
    if (response.headersSent) response.destroy()
    else if (isForPrograms(request)) problemAnswer(response, 'fault')
    else troubleAnswer(request, response, 'fault', 500)
  }
}
