import type { SubmissionResult } from '@conform-to/react'
import { ErrorSummary } from '~/ui/error-summary'

/** Why something asked of a list of searches was refused; nothing when it was not. */
export function ReplyErrors({ result }: { result?: SubmissionResult<string[]> }) {
  const messages = Object.values(result?.error ?? {}).flatMap((list) => list ?? [])
  return <ErrorSummary errors={messages.map((message) => ({ message }))} />
}
