import type { MaterialType } from './material-types'

/** What a row of the ledger is: a confirmed handover, the undoing of a row, or what stands for it since. */
export type LedgerKind = 'handover' | 'reversal' | 'replacement'

/** Why a row was corrected. A closed list: free words about people stay out of the chain. */
export const LEDGER_REASONS = ['weighing', 'typing', 'unit', 'not-collected', 'other'] as const
export type LedgerReason = (typeof LEDGER_REASONS)[number]

/** Who decided a correction: the Métropole's team, or both parties of the handover together. */
export type LedgerDecider = 'team' | 'both-sides'

/** Classes of goods vehicle that have published emissions, smallest first. */
export const TRUCK_NAMES = [
  'van-3.5t',
  'rigid-3.5-7.5t',
  'rigid-7.5-17t',
  'rigid-over-17t',
  'articulated-over-33t',
] as const
export type TruckName = (typeof TRUCK_NAMES)[number]

/** Shares of the way back that count as driven empty: none, as the vehicle came loaded; half, as it is shared; all. */
export const EMPTY_RETURNS = ['100', '50', '0'] as const

/** An emission factor as the team keeps it: kgCO2e per kg of material, with where it comes from. */
export type FactorRow = {
  material: MaterialType
  /** Producing the new material that a reused one replaces. */
  kgCo2ePerKg: number
  /** The range of it that the source gives; null where it gives none, and none is made up. */
  lowKgCo2ePerKg: number | null
  highKgCo2ePerKg: number | null
  /** Making the used material fit for use again. */
  reconditioningKgCo2ePerKg: number
  /** Share of new production that a reuse really replaces, 0 to 1. */
  substitution: number
  source: string
  /** The row of the source that the value is read from. */
  sourceRow: string
  year: number
  licence: string
}
