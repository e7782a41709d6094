import type { Removal } from '~/core/lot-terms'
import { funnel, type FunnelStep } from './rates'

export type FunnelLot = {
  id: string
  status: 'published' | 'paused' | 'withdrawn' | 'hidden'
  removal: Removal | null
  massG: number | null
}
/** A part of a lot that its giver granted; `massG` is null while nothing tells it. */
export type GrantedPart = { lotId: string; isCollected: boolean; massG: number | null }

export type CohortFunnel = {
  steps: FunnelStep[]
  /** Offered lots that say no mass: they weigh in no stage before the handover. */
  lotsWithoutMass: number
}

/**
 * The mass, in grams, that reached each stage: inventoried; removed (lots said to be removed, and of the others what
 * left the site); published (paused included, and of withdrawn lots what was granted); reserved (granted by the
 * giver); handed over.
 */
export function funnelMasses(cohort: {
  inventoriedG: number
  handedOverG: number
  lots: readonly FunnelLot[]
  granted: readonly GrantedPart[]
}): CohortFunnel {
  const grantedG = new Map<string, number>()
  const collectedG = new Map<string, number>()
  for (const part of cohort.granted) {
    add(grantedG, part.lotId, part.massG ?? 0)
    if (part.isCollected) add(collectedG, part.lotId, part.massG ?? 0)
  }
  const offered = cohort.lots.filter(({ status }) => status !== 'withdrawn')
  const isOffered = new Set(offered.map(({ id }) => id))
  const removed = cohort.lots.map((lot) => {
    const left = collectedG.get(lot.id) ?? 0
    return isOffered.has(lot.id) && lot.removal === 'removed' ? Math.max(lot.massG ?? 0, left) : left
  })
  const published = cohort.lots.map((lot) => {
    const granted = grantedG.get(lot.id) ?? 0
    return isOffered.has(lot.id) ? Math.max(lot.massG ?? 0, granted) : granted
  })
  return {
    steps: funnel({
      inventoried: cohort.inventoriedG,
      removed: sum(removed),
      published: sum(published),
      reserved: sum([...grantedG.values()]),
      handedOver: cohort.handedOverG,
    }),
    lotsWithoutMass: offered.filter(({ massG }) => massG === null).length,
  }
}

function add(totals: Map<string, number>, key: string, massG: number): void {
  totals.set(key, (totals.get(key) ?? 0) + massG)
}

function sum(masses: readonly number[]): number {
  return masses.reduce((total, massG) => total + massG, 0)
}
