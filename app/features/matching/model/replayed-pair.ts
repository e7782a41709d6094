import type { KeptScore, Replay } from './replay'
import type { MatchLot, MatchNeed } from './score'
import type { Weights } from './weights'

/** A pair that was proposed to both sides, by the names of today. */
export type ReplayedPair = {
  id: string
  lotId: string
  lotTitle: string
  lotReference: string
  needId: string
  needTitle: string
  giverOrganisationId: string
  giverName: string
  takerOrganisationId: string
  takerName: string
  origin: 'lot' | 'need' | 'plan'
  proposedAtMs: number
}

/** A computation as it was kept, and redone now. */
export type ReplayedComputation = KeptScore & {
  id: string
  computedAtMs: number
  /** What it read; null when this version of the product cannot read it. */
  sides: { lot: MatchLot; need: MatchNeed } | null
  /** Of its version; null when they are gone. */
  weights: Weights['of'] | null
  replay: Replay
}
