import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { z } from 'zod'
import { withPlainNames } from './plain-names.server'

const anything = z.record(z.string(), z.unknown())

/** A form that comes back with its answers, before they are judged, and with sentences at some of its fields. */
export function keepAnswers(
  form: FormData,
  fieldErrors: Record<string, string[]> = {},
): SubmissionResult<string[]> {
  const { initialValue } = parseWithZod(withPlainNames(form), { schema: anything }).reply()
  const error = Object.fromEntries(
    Object.entries(fieldErrors).filter(([, sentences]) => sentences.length > 0),
  )
  return { status: 'error', initialValue, error }
}
