import type { Weights } from './weights'

/** Weights that are or were in force. */
export type WeightVersion = Weights & {
  /** When they came into force; null for those that ship. */
  setAtMs: number | null
  /** Whether they are those that ship, put back. */
  isRestored: boolean
  reason: string
}
