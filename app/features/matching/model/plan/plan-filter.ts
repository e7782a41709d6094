import type { IsoDay } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import { isUrgent } from '../proposal'

export type PlanFilter = {
  /** INSEE code of the lot's commune or of the need's. */
  commune?: string
  materiau?: MaterialType
  /** Only what ends this week. */
  critique?: 'oui'
}

type Filtered = { lotCommuneCode: string; needCommuneCode: string; material: string; criticalOn: IsoDay }

/** The parts of a plan that a filter shows, in their order. */
export function filterParts<Part extends Filtered>(
  parts: readonly Part[],
  { commune, materiau, critique }: PlanFilter,
  today: IsoDay,
): Part[] {
  return parts.filter(
    (part) =>
      (!commune || part.lotCommuneCode === commune || part.needCommuneCode === commune) &&
      (!materiau || part.material === materiau) &&
      (!critique || isUrgent(part.criticalOn, today)),
  )
}
