import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import { withPlainNames } from './plain-names.server'

/** A form being written, read from the address; null while it does not parse. */
export function parseDraft<S extends z.ZodType>(request: Request, schema: S): z.output<S> | null {
  const submission = parseWithZod(withPlainNames(new URL(request.url).searchParams), { schema })
  return submission.status === 'success' ? submission.value : null
}
