import express, { type Request, type Response } from 'express'
import { countVitals } from '~/features/health/commands/count-vitals.server'
import { vitalsSchema } from '~/features/health/schema'
import { logger } from '~/platform/logger.server'
import { NO_ROUTE, type PatternOf } from './route-patterns'

/** Largest report: a pattern and five numbers. */
const MOST_BYTES = 1000
/** Reports that are counted in a minute: enough for percentiles, and no flood of writes. */
const MOST_A_MINUTE = 300

/**
 * Takes what a browser tells of a page's speed (`app/root/tell-vitals.ts`). Only patterns of our own routes are counted;
 * nothing of who told is read. What is not understood, or too much in a minute, is dropped without an error.
 */
export function vitalsDoor(patternOf: () => Promise<PatternOf>) {
  const router = express.Router()
  let minute = 0
  let counted = 0
  const hasRoom = () => {
    const now = Math.floor(performance.now() / 60_000)
    if (now !== minute) [minute, counted] = [now, 0]
    return counted++ < MOST_A_MINUTE
  }
  router.post('/', express.json({ limit: MOST_BYTES, type: () => true }), (req: Request, res: Response) => {
    res.status(204).end()
    const report = vitalsSchema.safeParse(req.body)
    if (!report.success || !hasRoom()) return
    patternOf()
      .then(async (pattern) => {
        // A pattern is the address of no record: it finds itself and nothing else.
        if (pattern(report.data.page) === report.data.page && report.data.page !== NO_ROUTE)
          await countVitals(report.data)
      })
      .catch((error: unknown) => logger().warn({ err: error }, 'a report of speed was not counted'))
  })
  router.use((_error: unknown, _req: Request, res: Response, _next: express.NextFunction) => {
    res.status(400).end()
  })
  return router
}
