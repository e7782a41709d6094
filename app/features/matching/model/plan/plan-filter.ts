import type { MaterialType } from '~/core/material-types'

/** What a page shows of a plan. */
export type PlanFilter = {
  /** INSEE code of the lot's commune or of the need's. */
  commune?: string
  materiau?: MaterialType
  /** Only what ends this week. */
  critique?: 'oui'
}
