import { z } from 'zod'
import type { Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import { api } from '~/messages/api'
import { hasSentence, translator, type MessagesOf } from '~/messages/catalogue'
import { env } from '~/platform/env.server'
import { issueSentence } from '../issue-message.server'
import type { Fault } from './read-query.server'

/** RFC 9457 (2023), with the parameters at fault. */
export const problemSchema = z.strictObject({
  type: z.url(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.strictObject({ parameter: z.string(), detail: z.string() })).optional(),
})

export type Refusal =
  | { kind: 'parameters'; faults: readonly Fault[] }
  | { kind: 'missing' }
  | { kind: 'gone' | 'goneNeed' }
  | { kind: 'rate' | 'away'; seconds: number }
  | { kind: 'method' }

const STATUS = {
  parameters: 400,
  missing: 404,
  gone: 410,
  goneNeed: 410,
  rate: 429,
  method: 405,
  away: 503,
} as const

/** A refusal in the reader's language, never kept by a cache. */
export function problem(refusal: Refusal, locale: Locale): Response {
  const t = translator(locale, api)
  const status = STATUS[refusal.kind]
  const body: z.output<typeof problemSchema> = {
    type: `${env().publicUrl}${paths.api(`probleme-${refusal.kind}`)}`,
    title: t(`problem.${refusal.kind}`),
    status,
    detail:
      'seconds' in refusal
        ? t(`problem.${refusal.kind}Text`, { seconds: refusal.seconds })
        : t(`problem.${refusal.kind}Text`),
    ...(refusal.kind === 'parameters' && {
      errors: refusal.faults.map(({ parameter, code }) => ({
        parameter,
        detail: sentenceOf(locale, code),
      })),
    }),
  }
  return new Response(JSON.stringify(body, null, 2), {
    status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Language': locale,
      'Cache-Control': 'no-store',
      ...('seconds' in refusal && { 'Retry-After': String(refusal.seconds) }),
      ...(refusal.kind === 'method' && { Allow: 'GET, HEAD, OPTIONS' }),
    },
  })
}

/** A fault of the interface itself; the others are those of forms. */
type OwnFault = `fault.${keyof MessagesOf<typeof api>['fault']}`

function sentenceOf(locale: Locale, code: Fault['code']): string {
  const key = `fault.${code}`
  return hasSentence(api, key) ? translator(locale, api)(key as OwnFault) : issueSentence(locale, code)
}
