import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import type { z } from 'zod'
import type { DomainError } from '~/core/result'
import { domainMessage, issueCode, issueSentence } from './issue-message.server'
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

/** Parses a posted form; a fault becomes a sentence in the reader's language at its field, with the answers kept. */
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
    return { ok: false, reply: data({ result: submission.reply() }, { status: 400 }) }
  }
  return {
    ok: true,
    value: submission.value,
    refuse: (error) => {
      const sentence = domainMessage(locale, error)
      const result = error.field
        ? submission.reply({ fieldErrors: { [error.field]: [sentence] } })
        : submission.reply({ formErrors: [sentence] })
      return data({ result }, { status: STATUS[error.code] })
    },
  }
}
