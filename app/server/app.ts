import path from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express } from 'express'
import { database } from '~/platform/db.server'
import type { Env } from '~/platform/env.server'
import { limitBodies, nonceOf, refuseForeignWrites, securityHeaders } from './middleware'

export type Health = { draining: boolean }

/** The HTTP application: health, files of the build, then Remix. */
export function createApp(env: Env, build: ServerBuild, health: Health): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env.trustProxy)
  app.get('/livez', (_, res) => void res.type('text/plain').send('ok'))
  app.get('/readyz', (_, res) => void sendReadiness(res, health))
  app.use(securityHeaders(env.publicUrl.startsWith('https://')))
  app.use(compression())
  const client = path.resolve('build/client')
  app.use('/assets', express.static(path.join(client, 'assets'), { immutable: true, maxAge: '1y' }))
  app.use(express.static(client, { maxAge: '1h', index: false }))
  app.use(refuseForeignWrites(new URL(env.publicUrl).origin), limitBodies())
  if (env.trustProxy === 0) app.use(dropForwardedHost)
  app.all(
    '*',
    createRequestHandler({
      build,
      mode: env.isProduction ? 'production' : 'development',
      getLoadContext: (req, res) => ({ cspNonce: nonceOf(res), clientIp: req.ip ?? '' }),
    }),
  )
  return app
}

function sendReadiness(res: express.Response, health: Health): void {
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
