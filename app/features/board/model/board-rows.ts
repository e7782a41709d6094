import type { MaterialType } from '~/core/material-types'
import type { FunnelStage } from '~/features/accounting/model/rates'

/** The stages whose rows are lots. */
export type LotStage = Extract<FunnelStage, 'removed' | 'published' | 'reserved'>

/** How an address names the stages that have rows of their own; what was handed over has the list of handovers. */
export const STAGE_NAMES = {
  inventorie: 'inventoried',
  depose: 'removed',
  publie: 'published',
  reserve: 'reserved',
} as const satisfies Record<string, FunnelStage>
export type StageName = keyof typeof STAGE_NAMES
export const STAGE_KEYS = Object.keys(STAGE_NAMES) as StageName[]

/** What a stage counts: a line of a survey, or a lot. */
export type StageRow = {
  id: string
  /** The reference of a lot; null for a line of a survey. */
  reference: string | null
  title: string
  material: MaterialType
  siteName: string
  communeName: string
  massG: number
}
