import type { WantedAttributes } from '~/core/attributes/wanted'
import { foldText } from '~/core/fold'
import type { MaterialType } from '~/core/material-types'
import type { Unit } from '~/core/units'

export type NeedStatus = 'open' | 'paused' | 'closed' | 'hidden'

/** A need as every page reads it: its commune, never its project's address. */
export type NeedView = {
  id: string
  organisationId: string
  organisationName: string
  siteId: string | null
  communeCode: string
  communeName: string
  material: MaterialType
  title: string
  description: string
  attributes: WantedAttributes
  unit: Unit
  quantityMilli: number
  openMilli: number
  neededFrom: string
  neededUntil: string
  radiusKm: number
  minCondition: number
  budgetUnitCents: number | null
  status: NeedStatus
  createdAtMs: number
}

/** The folded text that a search reads. */
export function needSearchText(need: { title: string; description: string; communeName: string }): string {
  return foldText([need.title, need.description, need.communeName].join(' '))
}
