import type { AttributeValues } from '~/core/attributes/values'
import type { CedingRight, Hazard, Packaging, Removal, Territory, Vehicle } from '~/core/lot-terms'
import type { MaterialType } from '~/core/material-types'
import type { Unit } from '~/core/units'

export type LotStatus = 'published' | 'paused' | 'withdrawn' | 'hidden'

/** Condition on a five-step scale: 1 to be repaired … 5 as new. */
export const CONDITIONS = [1, 2, 3, 4, 5] as const

/** A lot as every page reads it. The address is never here: it belongs to accepted reservations. */
export type LotView = {
  id: string
  reference: string
  organisationId: string
  organisationName: string
  siteId: string
  /** The line of the site's inventory that it comes from; null when from none. */
  inventoryLineId: string | null
  communeCode: string
  communeName: string
  material: MaterialType
  title: string
  description: string
  unit: Unit
  quantityMilli: number
  availableMilli: number
  massG: number | null
  massEstimated: boolean
  condition: number
  availableFrom: string
  availableUntil: string
  /** Goes in one piece: whoever takes it takes all that is free. */
  isWhole: boolean
  /** The least that one taker may take, unless less is left; null when any part may go. */
  minTakeMilli: number | null
  unitPriceCents: number
  status: LotStatus
  /** Who chose the material: a person alone, or a person who accepted the model's suggestion. */
  materialSource: 'person' | 'suggestion'
  attributes: AttributeValues
  /** Declared dangers; empty means none known to the giver. */
  hazards: Hazard[]
  packaging: Packaging | null
  /** Litres as packed. */
  volumeL: number | null
  vehicle: Vehicle | null
  access: string
  removal: Removal | null
  provenance: string
  quantityVerified: boolean
  storageUntil: string | null
  cedingRight: CedingRight
  /** Staged visibility: see `visibility.ts`. */
  publicFrom: string
  territory: Territory | null
  territoryCode: string | null
  territoryFrom: string | null
  publishedAtMs: number
  /** When its answers last changed; its stock and status do not count. */
  updatedAtMs: number
  /** Since when the Métropole has closed its organisation; null while it is open. */
  organisationClosedAtMs: number | null
}

/** Grams of a part of a lot, in proportion; null while the lot's mass is missing. */
export function massOfPart(
  lot: { massG: number | null; quantityMilli: number },
  partMilli: number,
): number | null {
  return lot.massG === null ? null : Math.round((lot.massG * partMilli) / lot.quantityMilli)
}
