import type { AttributeKey } from '~/core/attributes/definitions'
import type { Wanted } from '~/core/attributes/wanted'
import type { Formatter } from '~/core/format'
import type { attributes } from '~/messages/attributes'
import type { MessagesOf, Translate } from '~/messages/catalogue'
import { attributeText } from './attribute-text'

/** What is asked of an attribute as people read it: «830 ± 5 mm», «Gauche, Réversible», «oui». */
export function wantedText(
  t: Translate<MessagesOf<typeof attributes>>,
  format: Formatter,
  key: AttributeKey,
  wanted: Wanted,
): string {
  if (wanted.kind === 'flag') return t('yes')
  if (wanted.kind === 'choice') {
    return wanted.anyOf.map((choice) => attributeText(t, format, key, choice)).join(', ')
  }
  const value = attributeText(t, format, key, wanted.value)
  if (wanted.tolerance === 0) return value
  return t('plusOrMinus', { value, tolerance: attributeText(t, format, key, wanted.tolerance) })
}
