import type { NextFunction, Request, Response } from 'express'
import { pickLocale } from '~/core/locale'
import { paths } from '~/core/paths'
import { problem } from '~/http/api/problem.server'

const OPEN = [paths.apiV1(), paths.openData()]

/**
 * Opens what is published for reuse to pages of other sites (Fetch standard, CORS): reading alone, without cookies.
 * Runs before the checks on writes, which this interface has none of.
 */
export function openAccess() {
  return async (req: Request, res: Response, next: NextFunction) => {
    if (!OPEN.some((path) => req.path === path || req.path.startsWith(`${path}/`))) return next()
    res.set({
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'ETag, Link, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
    if (req.method === 'OPTIONS') {
      res.set({
        Allow: 'GET, HEAD, OPTIONS',
        'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
        'Access-Control-Allow-Headers': 'Accept, Accept-Language, If-None-Match',
        'Access-Control-Max-Age': '86400',
      })
      return void res.status(204).end()
    }
    if (req.method === 'GET' || req.method === 'HEAD' || !req.path.startsWith(paths.apiV1())) return next()
    const refused = problem({ kind: 'method' }, pickLocale(req.get('Accept-Language')))
    res
      .status(refused.status)
      .set(Object.fromEntries(refused.headers))
      .send(await refused.text())
  }
}
