import type { z } from 'zod'

/** Parses a URL's query with a schema whose every field falls back, so that a bad link still shows a page. */
export function parseSearch<S extends z.ZodType>(request: Request, schema: S): z.output<S> {
  return schema.parse(Object.fromEntries(new URL(request.url).searchParams))
}
