import type { NextFunction, Request, Response } from 'express'
import { logger } from '~/platform/logger.server'
import { httpRequests, httpSeconds } from '~/platform/metrics.server'
import type { PatternOf } from './route-patterns'

/**
 * Counts and times each request that is answered under its route's pattern, and has a line in the log for it: what was
 * refused, failed or took long at the usual level, the latter even where its asker left meanwhile; the others at `debug`.
 * The line holds no address, no query and nothing of who asked.
 */
export function observeRequests(patternOf: () => Promise<PatternOf>) {
  return (req: Request, res: Response, next: NextFunction) => {
    const startedAt = performance.now()
    res.once('close', () => void observe(patternOf, { req, res, ms: performance.now() - startedAt }))
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
  const requestId = String(res.locals.requestId)
  const line = { requestId, method, route, status, ms: Math.round(ms) }
  if (ms > SLOW_MS) logger().info({ ...line, isWhole: res.writableFinished }, 'took long')
  if (!res.writableFinished) return
  httpRequests.inc({ route, method: METHODS.has(method) ? method : 'other', status })
  httpSeconds.observe({ route }, ms / 1000)
  if (status >= 500) logger().error(line, 'answered with a failure')
  else if (status >= 400) logger().info(line, 'refused')
  else logger().debug(line, 'answered')
}

/** Past this, people ask again or leave. */
const SLOW_MS = 5000

/** Any word may stand for a method: those that nobody uses are counted together. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'])
