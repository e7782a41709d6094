import type { AuditAction } from '~/core/audit-terms'
import type { Locale } from '~/core/locale'
import { administrationEvents } from '~/messages/administration-events'
import { audit } from '~/messages/audit'
import { hasSentence, translator } from '~/messages/catalogue'

/** The sentence of an act. An act that is an event too has the event's; a test holds that each has one. */
export function auditLabel(locale: Locale, action: AuditAction): string {
  const own = `act.${action}`
  const say = (t: unknown, key: string) => (t as (key: string) => string)(key)
  if (hasSentence(audit, own)) return say(translator(locale, audit), own)
  return say(translator(locale, administrationEvents), action)
}

/** What a row says beside its object: «role=owner, userId=…». */
export function detailsLine(details: Readonly<Record<string, string | number | boolean | null>>): string {
  return Object.entries(details)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(', ')
}
