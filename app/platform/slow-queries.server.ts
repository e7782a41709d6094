import { env } from './env.server'
import { logger } from './logger.server'
import { slowQueries } from './metrics.server'

/** The methods of a statement that run it to its end. */
const METHODS = ['run', 'get', 'all'] as const
/** Longest part of a statement that is logged. */
const SHOWN = 600
/** A statement as it was written. */
type Timed = { source: string }

const marked = new WeakSet<object>()

/**
 * Has every statement of the process's databases timed: one that takes longer than `SLOW_QUERY_MS` is counted and
 * logged as it was written, with `?` for the values it was given, so that nobody's data is in the log.
 */
export function watchStatements(connection: { prepare: (sql: string) => object }): void {
  const prototype = Object.getPrototypeOf(connection.prepare('select 1')) as Record<string, unknown>
  if (marked.has(prototype)) return
  marked.add(prototype)
  for (const method of METHODS) {
    const original = prototype[method] as (this: Timed, ...values: unknown[]) => unknown
    prototype[method] = function (this: Timed, ...values: unknown[]) {
      const startedAt = performance.now()
      try {
        return original.apply(this, values)
      } finally {
        tellSlow(this.source, performance.now() - startedAt)
      }
    }
  }
}

/** Counts and logs a statement, as it was written, that took longer than `SLOW_QUERY_MS`. */
export function tellSlow(statement: string, ms: number): void {
  const { slowQueryMs } = env()
  if (slowQueryMs === null || ms < slowQueryMs) return
  slowQueries.inc()
  const shown = statement.replace(/\s+/g, ' ').trim().slice(0, SHOWN)
  logger().warn({ statement: shown, ms: Math.round(ms) }, 'a statement was slow')
}
