import { addDays, type IsoDay } from '~/core/days'
import type { MaterialType } from '~/core/material-types'

/** A pair whose lot or need ends within so many days is to be decided now. */
const CRITICAL_DAYS = 7

export type PlanFilter = {
  /** INSEE code of the lot's commune or of the need's. */
  commune?: string
  materiau?: MaterialType
  /** Only what ends this week. */
  critique?: 'oui'
}

type Filtered = { lotCommuneCode: string; needCommuneCode: string; material: string; criticalOn: IsoDay }

/** Whether a pair can no longer be made a week from now. */
export function isCritical({ criticalOn }: Pick<Filtered, 'criticalOn'>, today: IsoDay): boolean {
  return criticalOn <= addDays(today, CRITICAL_DAYS)
}

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
      (!critique || isCritical(part, today)),
  )
}
