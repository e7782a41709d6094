import type { FieldMetadata } from '@conform-to/react'

/** Fields of the posting form as conform gives them: texts, and a list for the dangers. */
export type PostingField = FieldMetadata<string>
export type Fields<Name extends string> = Readonly<Record<Name, PostingField>>

/** Every field of the form, empty: conform knows the names from here. */
export const EMPTY_ANSWERS = {
  id: '',
  siteId: '',
  inventoryLineId: '',
  photoIds: '',
  attachmentIds: '',
  material: '',
  title: '',
  description: '',
  quantity: '',
  unit: '',
  splitting: '',
  minTake: '',
  quantityBasis: '',
  massKg: '',
  condition: '',
  hazards: '',
  availableFrom: '',
  availableUntil: '',
  storageUntil: '',
  unitPrice: '',
  packaging: '',
  volumeM3: '',
  vehicle: '',
  access: '',
  removal: '',
  provenance: '',
  cedingRight: '',
  visibility: '',
  territory: '',
  territoryFrom: '',
  publicFrom: '',
}
export type PostingFields = Fields<keyof typeof EMPTY_ANSWERS>
