import type { Catalogue, Translate } from '~/messages/catalogue'
import type { photoLabels } from '~/messages/photo-labels'
import { isLabel } from '../model/labels'

type Texts = typeof photoLabels extends Catalogue<infer M> ? M : never

/** A label of the model in words; one of another model as it is. */
export function labelName(t: Translate<Texts>, label: string): string {
  return isLabel(label) ? t(`label.${label}`) : label
}
