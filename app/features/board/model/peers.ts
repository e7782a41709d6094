import { medianOf } from '~/features/accounting/model/median'
import { isTooFew } from './suppression'

/** The figures of a place for a period, as comparisons need them. */
export type PeerFigures = {
  slug: string
  population: number
  /** Sites with works in the period. */
  sites: number
  /** Handed over in the period. */
  massG: number
  count: number
  /** The local reuse rate's two masses, and the handovers of its numerator. */
  inventoriedG: number
  reusedG: number
  reusedCount: number
}

export const MEASURES = ['rate', 'perSite', 'perInhabitant'] as const
export type Measure = (typeof MEASURES)[number]

export type Comparison = {
  measure: Measure
  /** A fraction for the rate, grams otherwise; null without a denominator, or when too few handovers make it. */
  own: number | null
  isWithheld: boolean
  median: number | null
  /** Places that have a value, and how many of them are below this one. */
  peers: number
  below: number | null
  /** The values drawn, sorted; those that rest on too few handovers are not. */
  values: number[]
}

/**
 * A place against the middle of its peers: the rate, and what it handed over for each of its sites and inhabitants, so
 * that a small commune is not held against a large one. A place without any site in the period has nothing to hand
 * over: it is no peer.
 */
export function comparePeers(all: readonly PeerFigures[], slug: string, fewest: number): Comparison[] {
  return MEASURES.map((measure) => {
    const valued = all.flatMap((peer) => {
      const value = valueOf(peer, measure)
      return value === null ? [] : [{ peer, value }]
    })
    const mine = valued.find(({ peer }) => peer.slug === slug)
    const isWithheld = mine !== undefined && isTooFew(countOf(mine.peer, measure), fewest)
    const own = mine && !isWithheld ? mine.value : null
    return {
      measure,
      own,
      isWithheld,
      median: medianOf(valued.map(({ value }) => value)),
      peers: valued.length,
      below: own === null ? null : valued.filter(({ value }) => value < own).length,
      values: valued
        .filter(({ peer }) => !isTooFew(countOf(peer, measure), fewest))
        .map(({ value }) => value)
        .sort((a, b) => a - b),
    }
  })
}

function countOf(peer: PeerFigures, measure: Measure): number {
  return measure === 'rate' ? peer.reusedCount : peer.count
}

function valueOf(peer: PeerFigures, measure: Measure): number | null {
  if (measure === 'rate') return peer.inventoriedG > 0 ? peer.reusedG / peer.inventoriedG : null
  if (peer.sites === 0) return null
  return measure === 'perSite' ? peer.massG / peer.sites : peer.massG / Math.max(1, peer.population)
}
