import path from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express, type RequestHandler, type Response } from 'express'
import { paths } from '~/core/paths'
import { database } from '~/platform/db.server'
import type { Env } from '~/platform/env.server'
import { builtFiles } from './built-files'
import {
  limitBodies,
  nameRequests,
  nonceOf,
  refuseForeignWrites,
  requestIdOf,
  securityHeaders,
} from './middleware'
import { openAccess } from './open-access'
import { POLICY_REPORTS, policyReports } from './policy-reports'

export type Health = { draining: boolean }

type AppParts = {
  env: Env
  build: ServerBuild | (() => Promise<ServerBuild>)
  health: Health
  /** Vite in development: it serves sources, and its injected scripts need a page without a content policy. */
  devMiddleware?: RequestHandler
}

/** The HTTP application: health, files of the build, then Remix. */
export function createApp({ env, build, health, devMiddleware }: AppParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env.trustProxy)
  app.get('/livez', (_, res) => void res.type('text/plain').send('ok'))
  app.get('/readyz', (_, res) => void sendReadiness(res, health))
  app.use(compression())
  if (!devMiddleware) app.use('/assets', builtFiles(path.join(CLIENT, 'assets')))
  app.use(nameRequests())
  app.use(
    securityHeaders({
      isHttps: env.publicUrl.startsWith('https://'),
      hasPolicy: !devMiddleware,
      tileOrigins: env.mapOrigins,
    }),
  )
  if (env.pmtilesFile !== null) app.get(paths.mapFile(), mapFile(env.pmtilesFile))
  app.use(devMiddleware ?? clientFiles())
  app.post(POLICY_REPORTS, ...policyReports())
  app.use(openAccess())
  app.use(refuseForeignWrites(new URL(env.publicUrl).origin), limitBodies())
  if (env.trustProxy === 0) app.use(dropForwardedHost)
  app.all(
    '*',
    createRequestHandler({
      build,
      mode: env.isProduction ? 'production' : 'development',
      getLoadContext: (req, res) => ({
        cspNonce: nonceOf(res),
        requestId: requestIdOf(res),
        clientIp: req.ip ?? '',
      }),
    }),
  )
  return app
}

const CLIENT = path.resolve('build/client')
const NEVER_STALE = { cacheControl: false, headers: { 'Cache-Control': 'no-cache' } }

function clientFiles(): RequestHandler {
  const router = express.Router()
  // Browsers ask for it on pages that failed before they could name their icon.
  router.get('/favicon.ico', (_, res) => res.redirect(301, '/favicon.svg'))
  // A device that holds an old worker must hear of the new one at its next visit.
  router.get('/sw.js', (_, res) => res.sendFile(path.join(CLIENT, 'sw.js'), NEVER_STALE))
  router.use(express.static(CLIENT, { maxAge: '1h', index: false }))
  return router
}

/** A base map on this machine's disk: browsers ask for the parts that they need (RFC 9110, section 14). */
function mapFile(file: string): RequestHandler {
  return (_, res) =>
    res.sendFile(file, { headers: { 'Content-Type': 'application/vnd.pmtiles' }, maxAge: '1d' }, (error) => {
      if (error && !res.headersSent) res.status(404).type('text/plain').send('MAP_PMTILES')
    })
}

function sendReadiness(res: Response, health: Health): void {
  if (health.draining) return void res.status(503).type('text/plain').send('draining')
  try {
    database().writer.prepare('select 1').get()
    res.type('text/plain').send('ready')
  } catch {
    res.status(503).type('text/plain').send('database')
  }
}

/** Without a declared proxy, anyone may write X-Forwarded-Host: it must not name this host. */
function dropForwardedHost(req: express.Request, _: express.Response, next: express.NextFunction): void {
  delete req.headers['x-forwarded-host']
  next()
}
