import type { MaterialType } from '~/core/material-types'
import { attributes } from '~/messages/attributes'
import { useFormat, useT } from '~/ui/i18n'
import { FactList } from '~/ui/tag-card'
import { attributeTexts } from './attribute-text'

/** What is known of a material, in the order of its sheet; nothing when nothing is. */
export function AttributeList({
  material,
  values,
}: {
  material: MaterialType
  values: Readonly<Record<string, unknown>>
}) {
  const t = useT(attributes)
  const format = useFormat()
  const known = attributeTexts(t, format, material, values)
  return <FactList facts={known.map(({ label, text }) => ({ term: label, value: text }))} />
}
