import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express'
import { z } from 'zod'
import { withoutSecret } from '~/http/log-error.server'
import { spendNow } from '~/platform/limits.server'
import { logger } from '~/platform/logger.server'
import { policyReports as told } from '~/platform/metrics.server'

/** Where browsers tell what the content policy kept from running (CSP level 3, Reporting API). */
export const POLICY_REPORTS = '/securite/rapports-csp'

const MAX_REPORT_BYTES = 16 * 1024
/** Reports of one request that are read; a browser sends those of a page together. */
const MOST_AT_ONCE = 10

const word = z.string().max(2000).catch('')
const oldShape = z
  .object({
    'csp-report': z.object({
      'effective-directive': word,
      'violated-directive': word,
      'blocked-uri': word,
      'document-uri': word,
      'source-file': word,
      disposition: word,
    }),
  })
  .transform(({ 'csp-report': report }) => [
    {
      directive: report['effective-directive'] || report['violated-directive'],
      blocked: report['blocked-uri'],
      page: report['document-uri'],
      source: report['source-file'],
      disposition: report.disposition,
    },
  ])
const newShape = z
  .array(
    z.object({
      type: z.string(),
      body: z.object({
        effectiveDirective: word,
        blockedURL: word,
        documentURL: word,
        sourceFile: word,
        disposition: word,
      }),
    }),
  )
  .transform((reports) =>
    reports
      .filter(({ type }) => type === 'csp-violation')
      .map(({ body }) => ({
        directive: body.effectiveDirective,
        blocked: body.blockedURL,
        page: body.documentURL,
        source: body.sourceFile,
        disposition: body.disposition,
      })),
  )
const reportsSchema = z.union([oldShape, newShape])

/** Takes reports of browsers: few, short ones, each logged without the secrets of addresses, and counted. */
export function policyReports(): (RequestHandler | ErrorRequestHandler)[] {
  const body = express.json({
    type: ['application/csp-report', 'application/reports+json'],
    limit: MAX_REPORT_BYTES,
  })
  const unreadable: ErrorRequestHandler = (_error, _req, res, _next) => drop(res, 400)
  return [allowed, body, unreadable, take]
}

const allowed: RequestHandler = (req, res, next) => {
  spendNow('policy-report', { account: 'all', clientIp: req.ip ?? '' }).then(
    ({ ok }) => (ok ? next() : drop(res, 429)),
    () => drop(res, 503),
  )
}

function take(req: Request, res: Response): void {
  const reports = reportsSchema.safeParse(req.body)
  if (!reports.success) return drop(res, 400)
  for (const { directive, blocked, page, source, disposition } of reports.data.slice(0, MOST_AT_ONCE)) {
    const name = directiveIn(directive)
    told.inc({ directive: name })
    logger().warn(
      {
        directive: name,
        blocked: placeOf(blocked),
        page: placeOf(page),
        source: placeOf(source),
        disposition,
      },
      'a browser kept to the content policy',
    )
  }
  res.status(204).end()
}

function drop(res: Response, status: number): void {
  told.inc({ directive: 'dropped' })
  res.status(status).end()
}

/** The directive when it is one: labels of a counter must stay few, whatever is sent. */
function directiveIn(text: string): string {
  const [name = ''] = text.split(' ')
  return DIRECTIVES.has(name) ? name : 'other'
}

const DIRECTIVES = new Set([
  ...['default-src', 'script-src', 'script-src-elem', 'script-src-attr', 'style-src', 'style-src-elem'],
  ...['style-src-attr', 'img-src', 'connect-src', 'font-src', 'object-src', 'media-src', 'frame-src'],
  ...['child-src', 'worker-src', 'manifest-src', 'base-uri', 'form-action', 'frame-ancestors'],
  ...['require-trusted-types-for', 'trusted-types'],
])

/** An address without query and secrets; words such as «inline» as they are. */
function placeOf(text: string): string {
  if (!URL.canParse(text)) return text.slice(0, 60).replace(/[^\w: /.-]/g, '')
  const { origin, pathname, protocol } = new URL(text)
  return origin === 'null' ? protocol : `${origin}${withoutSecret(pathname)}`.slice(0, 300)
}
