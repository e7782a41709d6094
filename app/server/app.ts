import path from 'node:path'
import { constants } from 'node:zlib'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import { paths } from '~/core/paths'
import type { Env } from '~/platform/env.server'
import { addressesIn, builtFiles } from './built-files'
import { tellingOfDatabase } from './database-down'
import { isDiskFull, refuseWhenFull, sparingFullDisk } from './full-disk'
import {
  limitBodies,
  nameRequests,
  nonceOf,
  refuseForeignWrites,
  refuseNul,
  refuseOddMethods,
  requestIdOf,
  securityHeaders,
} from './middleware'
import { observeRequests } from './observe'
import { openAccess } from './open-access'
import { inTurn, isOfPages } from './page-turns'
import { POLICY_REPORTS, policyReports } from './policy-reports'
import { readOut } from './read-out'
import { readiness } from './readiness'
import { routeGroups } from './route-groups'
import { routePatterns, type PatternOf } from './route-patterns'
import { tellingOfStore } from './store-down'
import { vitalsDoor } from './vitals'

export type Health = { draining: boolean }

type AppParts = {
  env: Env
  build: ServerBuild | (() => Promise<ServerBuild>)
  health: Health
  /** Vite in development: it serves sources, and its injected scripts need a page without a content policy. */
  devMiddleware?: RequestHandler
  /** Room that stays free on the disk; what is usual where it is left out. */
  reserveBytes?: number
}

/** The HTTP application: health, files of the build, then Remix. */
export function createApp({ env, build, health, devMiddleware, reserveBytes }: AppParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env.trustProxy)
  app.use(endConnections(health), readOut())
  app.get('/livez', (_, res) => void res.type('text/plain').send('ok'))
  app.get('/readyz', readiness(env, health))
  app.use(compression(COMPRESSION))
  if (!devMiddleware) app.use('/assets', builtFiles(path.join(CLIENT, 'assets')))
  const patternOf = patternsOf(build)
  app.use(nameRequests(), observeRequests(patternOf))
  app.use(
    securityHeaders({
      isHttps: env.publicUrl.startsWith('https://'),
      hasPolicy: !devMiddleware,
      tileOrigins: env.mapOrigins,
    }),
  )
  app.use(refuseOddMethods(), refuseNul())
  if (env.pmtilesFile !== null) app.get(paths.mapFile(), mapFile(env.pmtilesFile))
  app.use(devMiddleware ?? clientFiles())
  app.post(POLICY_REPORTS, ...policyReports())
  app.use(openAccess())
  app.use(
    refuseForeignWrites(new URL(env.publicUrl).origin),
    limitBodies(),
    refuseWhenFull(env.dataDir, reserveBytes),
  )
  app.use(paths.tellVitals(), vitalsDoor(patternOf))
  if (env.trustProxy === 0) app.use(dropForwardedHost)
  app.all('*', pages(build, env.isProduction ? 'production' : 'development'))
  return app
}

/**
 * Pages are compressed in one go: their pieces are larger than what zlib puts out at a time by default, and a window
 * of 256 KiB holds the largest of them, where the usual one of 4 MiB is made for each answer.
 */
const CHUNK_BYTES = 64 * 1024
const COMPRESSION = {
  chunkSize: CHUNK_BYTES,
  brotli: { chunkSize: CHUNK_BYTES, params: { [constants.BROTLI_PARAM_LGWIN]: 18 } },
}

/** A build whose answers say what keeps the service from storing and reading. */
const telling = (build: ServerBuild) => tellingOfDatabase(tellingOfStore(sparingFullDisk(build)))

/** Answers with the routes of a build: those of a first word at a time once it is made, all of them in development. */
function pages(build: AppParts['build'], mode: string): RequestHandler {
  const handlerOf = (part: AppParts['build']) =>
    createRequestHandler({
      build: part,
      mode,
      getLoadContext: (req, res) => ({
        cspNonce: nonceOf(res),
        requestId: requestIdOf(res),
        clientIp: req.ip ?? '',
        isDiskFull: isDiskFull(res),
      }),
    })
  if (typeof build === 'function') {
    const handle = handlerOf(async () => telling(await build()))
    return (req, res, next) => void handle(req, res, next)
  }
  const partOf = routeGroups(telling(build))
  const handlers = new Map<ServerBuild, ReturnType<typeof handlerOf>>()
  const handle: ReturnType<typeof handlerOf> = (req, res, next) => {
    const part = partOf(req.path)
    const handler = handlers.get(part) ?? handlerOf(part)
    handlers.set(part, handler)
    return handler(req, res, next)
  }
  return inTurn(handle, { isTurned: isOfPages(build.routes) })
}

const CLIENT = path.resolve('build/client')
const NEVER_STALE = { cacheControl: false, headers: { 'Cache-Control': 'no-cache' } }

function clientFiles(): RequestHandler {
  const router = express.Router()
  // Browsers ask for it on pages that failed before they could name their icon.
  router.get('/favicon.ico', (_, res) => res.redirect(301, '/favicon.svg'))
  // A device that holds an old worker must hear of the new one at its next visit.
  router.get('/sw.js', (_, res) => res.sendFile(path.join(CLIENT, 'sw.js'), NEVER_STALE))
  // Without the redirection of folders: «/\\host/..» would be one, and browsers read its Location as another host.
  const files = express.static(CLIENT, { maxAge: '1h', index: false, redirect: false })
  const known = new Set(addressesIn(CLIENT))
  // Pages are not looked for on the disk.
  router.use((req, res, next) => {
    if (known.has(req.path)) files(req, res, next)
    else next()
  })
  return router
}

/** A base map on this machine's disk: browsers ask for the parts that they need (RFC 9110, section 14). */
function mapFile(file: string): RequestHandler {
  return (_, res) =>
    res.sendFile(file, { headers: { 'Content-Type': 'application/vnd.pmtiles' }, maxAge: '1d' }, (error) => {
      if (error && !res.headersSent) res.status(404).type('text/plain').send('MAP_PMTILES')
    })
}

/** While the process stops, each answer ends its connection: one kept open would hold the stop up. */
function endConnections(health: Health): RequestHandler {
  return (_, res, next) => {
    if (health.draining) res.set('Connection', 'close')
    next()
  }
}

/** Reads the patterns of the build's routes: once of a build that is there, at each request of one that is compiled. */
function patternsOf(build: AppParts['build']): () => Promise<PatternOf> {
  if (typeof build === 'function') return async () => routePatterns((await build()).routes)
  const known = Promise.resolve(routePatterns(build.routes))
  return () => known
}

/** Without a declared proxy, anyone may write X-Forwarded-Host: it must not name this host. */
function dropForwardedHost(req: express.Request, _: express.Response, next: express.NextFunction): void {
  delete req.headers['x-forwarded-host']
  next()
}
