import { isIn, type DossierState } from './dossier'

/** Where a commune stands, from not in the track to scaled up. */
export const STAGES = ['none', 'applied', 'admitted', 'workshops', 'experiment', 'scaled'] as const
export type Stage = (typeof STAGES)[number]

/**
 * Where a commune stands by its live dossier. A draft is the commune's own affair: it counts as none. `isAtWorkshops`:
 * somebody of the commune has a seat at a workshop that is not cancelled.
 */
export function stageOf(state: DossierState | null, isAtWorkshops: boolean): Stage {
  switch (state) {
    case 'submitted':
    case 'postponed':
      return 'applied'
    case 'admitted':
      return isAtWorkshops ? 'workshops' : 'admitted'
    case 'running':
    case 'reported':
      return 'experiment'
    case 'scaled':
      return 'scaled'
    default:
      return 'none'
  }
}

/** Whether a commune counts among those in the track when results are set side by side. */
export function isInTrack(state: DossierState | null): boolean {
  return state !== null && isIn(state)
}
