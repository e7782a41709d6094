import { createHash } from 'node:crypto'
import { z } from 'zod'

const VERSION = 1

/**
 * Where the next page begins, as text that readers pass on without looking into it: the values by which the last row
 * was sorted, and which query it was. It names a place between rows rather than a number of rows, so that rows that
 * come and go neither repeat nor hide another.
 */
export function writeCursor(query: string, place: unknown): string {
  return Buffer.from(JSON.stringify([VERSION, query, place])).toString('base64url')
}

/** The place that a cursor names; a fault when it is no cursor of ours, or one of another query. */
export function readCursor<S extends z.ZodType>(
  text: string,
  query: string,
  place: S,
): { place: z.output<S> } | { fault: 'bad_cursor' | 'cursor_of_other_query' } {
  const parsed = envelope.safeParse(jsonOf(text))
  if (!parsed.success) return { fault: 'bad_cursor' }
  if (parsed.data[1] !== query) return { fault: 'cursor_of_other_query' }
  const found = place.safeParse(parsed.data[2])
  return found.success ? { place: found.data } : { fault: 'bad_cursor' }
}

const envelope = z.tuple([z.literal(VERSION), z.string(), z.unknown()])

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/** What tells one query from another: its filters and order, not its page. */
export function queryMark({ cursor: _cursor, limit: _limit, ...filters }: Record<string, unknown>): string {
  const sorted = Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 8)
}
