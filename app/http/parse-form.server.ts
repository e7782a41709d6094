import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import type { z } from 'zod'
import type { DomainError } from '~/core/result'
import { domainMessage, issueCode, issueSentence } from './issue-message.server'
import { retryAfter } from './limits.server'
import { localeOf } from './locale.server'
import { withPlainNames } from './plain-names.server'
import { readForm } from './read-form.server'
import { STATUS } from './status'

export type FormReply = { result: SubmissionResult<string[]> }
type Reply = ReturnType<typeof data<FormReply>>

export type ParsedForm<T> =
  | {
      ok: true
      value: T
      /** Answers a command's refusal: the sentence at its field, the answers kept, the refusal's status. */
      refuse: (error: DomainError) => Reply
    }
  | { ok: false; reply: Reply }

/** Never sent back: a page that is kept or shared must hold no password. */
const SECRET_FIELDS = ['password', 'currentPassword']

/** Parses a posted form; a fault becomes a sentence in the reader's language at its field, with the answers kept but passwords. */
export async function parseForm<S extends z.ZodType>(
  request: Request,
  schema: S,
  formData?: FormData,
): Promise<ParsedForm<z.output<S>>> {
  const locale = await localeOf(request)
  const form = withPlainNames(formData ?? (await readForm(request)))
  const submission = parseWithZod(form, {
    schema,
    error: issueCode,
    formatError: (issues: { message: string }[]) =>
      issues.map((issue) => issueSentence(locale, issue.message)),
  })
  if (submission.status !== 'success') {
    const result = submission.reply({ hideFields: SECRET_FIELDS })
    return { ok: false, reply: data({ result }, { status: 400 }) }
  }
  return {
    ok: true,
    value: submission.value,
    refuse: (error) => {
      const sentence = domainMessage(locale, error)
      const result = error.field
        ? submission.reply({ fieldErrors: { [error.field]: [sentence] }, hideFields: SECRET_FIELDS })
        : submission.reply({ formErrors: [sentence], hideFields: SECRET_FIELDS })
      return data({ result }, { status: STATUS[error.code], headers: retryAfter(error) })
    },
  }
}
