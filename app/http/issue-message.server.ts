import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { isIsoDay, isoDayOf } from '~/core/days'
import { formatter, type Formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import type { DomainError } from '~/core/result'
import { hasSentence, translator } from '~/messages/catalogue'
import { errors, type ErrorCode } from '~/messages/errors'

type RawIssue = Parameters<NonNullable<z.core.$ZodErrorMap>>[0]

/** The code of a zod issue: the schema's own where it gave one, else by what is wrong. */
export function issueCode(issue: RawIssue): ErrorCode {
  const isMissing = issue.input === undefined || issue.input === ''
  if (isMissing) return 'required'
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int' ? 'invalid_number' : 'invalid_value'
    case 'invalid_value':
      return 'invalid_choice'
    case 'too_small':
      return sized(issue.origin, { string: 'too_short', array: 'too_few', other: 'too_small' })
    case 'too_big':
      return sized(issue.origin, { string: 'too_long', array: 'too_many', other: 'too_big' })
    case 'invalid_format':
      return issue.format === 'email' ? 'invalid_email' : 'invalid_value'
    default:
      return 'invalid_value'
  }
}

/** The sentence of an issue: its message is a code, the schema's own or the one `issueCode` gave. */
export function issueSentence(locale: Locale, message: string): string {
  return sentence(locale, isErrorCode(message) ? message : 'invalid_value')
}

/** The sentence of a refusal in the reader's language, figures in their form. */
export function domainMessage(locale: Locale, error: DomainError): string {
  const format = formatter(locale)
  const params: Record<string, string> = {}
  for (const [name, value] of Object.entries(error.params ?? {})) {
    if (name === 'untilMs') params.time = laterTime(format, Number(value))
    else params[name] = typeof value === 'number' ? format.number(value) : dayOrText(format, value)
  }
  return sentence(locale, error.code, params)
}

/** The first whole minute from an instant on, with its day unless that is today. */
function laterTime(format: Formatter, ms: number): string {
  const minute = Math.ceil(ms / 60_000) * 60_000
  return isoDayOf(minute) === isoDayOf(nowMs()) ? format.time(minute) : format.instant(minute)
}

function dayOrText(format: Formatter, value: string): string {
  return isIsoDay(value) ? format.dayLong(value) : value
}

function sentence(locale: Locale, code: ErrorCode, params: Record<string, string> = {}): string {
  const translate = translator(locale, errors) as (key: ErrorCode, params: Record<string, string>) => string
  return translate(code, params)
}

function sized(origin: string, codes: { string: ErrorCode; array: ErrorCode; other: ErrorCode }): ErrorCode {
  if (origin === 'string') return codes.string
  return origin === 'array' || origin === 'set' || origin === 'file' ? codes.array : codes.other
}

function isErrorCode(text: string): text is ErrorCode {
  return hasSentence(errors, text)
}
