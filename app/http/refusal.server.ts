import { data } from '@remix-run/node'
import type { DomainError } from '~/core/result'
import { domainMessage } from './issue-message.server'
import { retryAfter } from './limits.server'
import { localeOf } from './locale.server'
import { STATUS } from './status'

/** A refusal as a page shows it that has no field library: the sentence, and the field that it belongs to. */
export type Refusal = { field: string | null; message: string }

/** Answers a command's refusal with its sentence and status. */
export async function refusal(request: Request, error: DomainError) {
  const message = domainMessage(await localeOf(request), error)
  const reply: Refusal = { field: error.field ?? null, message }
  return data(reply, { status: STATUS[error.code], headers: retryAfter(error) })
}
