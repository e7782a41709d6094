import type { Locale } from '~/core/locale'
import { administrationEvents } from '~/messages/administration-events'
import { hasSentence, translator } from '~/messages/catalogue'

/** The sentence of an event; a kind without one is named as it is stored. */
export function eventLabel(locale: Locale, entity: string, kind: string): string {
  const t = translator(locale, administrationEvents)
  const key = `${entity}.${kind}`
  if (!hasSentence(administrationEvents, key)) return t('other', { entity, kind })
  return (t as unknown as (key: string) => string)(key)
}
