import type { IsoDay } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import type { Unit } from '~/core/units'
import type { ClosingOutcome } from '~/core/waste-terms'

/** What left otherwise than by a handover, as its list shows it. */
export type ClosingEntryView = {
  id: string
  inventoryLineId: string | null
  inventoryWasteId: string | null
  outcome: ClosingOutcome
  label: string
  massG: number
  operator: string
  wasteCode: string
  evidence: string
  who: string | null
  createdAtMs: number
}

/** A handover of the ledger with its lot, that lot's line, and who took it. */
export type SiteHandoverView = {
  handoverId: string
  reservationId: string
  lotReference: string
  lotTitle: string
  inventoryLineId: string | null
  material: MaterialType
  quantityMilli: number
  unit: Unit
  massG: number
  handedOverOn: IsoDay
  legalStatus: 'reuse' | 'waste-reuse'
  takerName: string
  toCommuneName: string | null
}
