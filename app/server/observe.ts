import type { NextFunction, Request, Response } from 'express'
import { logger } from '~/platform/logger.server'
import { httpRequests, httpSeconds } from '~/platform/metrics.server'
import type { PatternOf } from './route-patterns'

/**
 * Counts and times each request under its route's pattern, and has a line in the log for it: what was refused or failed
 * at the usual level, the others at `debug`. The line holds no address, no query and nothing of who asked.
 */
export function observeRequests(patternOf: () => Promise<PatternOf>) {
  return (req: Request, res: Response, next: NextFunction) => {
    const startedAt = performance.now()
    res.once('finish', () => void observe(patternOf, { req, res, ms: performance.now() - startedAt }))
    next()
  }
}

async function observe(
  patternOf: () => Promise<PatternOf>,
  { req, res, ms }: { req: Request; res: Response; ms: number },
): Promise<void> {
  const path = req.originalUrl.split('?', 1)[0] ?? ''
  const route = (await patternOf())(path)
  const { method } = req
  const status = res.statusCode
  httpRequests.inc({ route, method: METHODS.has(method) ? method : 'other', status })
  httpSeconds.observe({ route }, ms / 1000)
  const requestId = String(res.locals.requestId)
  const line = { requestId, method, route, status, ms: Math.round(ms) }
  if (status >= 500) logger().error(line, 'answered with a failure')
  else if (status >= 400) logger().info(line, 'refused')
  else logger().debug(line, 'answered')
}

/** Any word may stand for a method: those that nobody uses are counted together. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'])
