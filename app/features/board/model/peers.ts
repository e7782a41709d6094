import { medianOf } from '~/features/accounting/model/median'

/** The figures of a place for a period, as comparisons need them. */
export type PeerFigures = {
  slug: string
  population: number
  /** Sites with works in the period. */
  sites: number
  /** Handed over in the period. */
  massG: number
  /** The local reuse rate's two masses. */
  inventoriedG: number
  reusedG: number
  /** Whether `massG`, and whether `reusedG`, leave out handovers that the reader may not be told. */
  isMassPartial: boolean
  isReusedPartial: boolean
}

export const MEASURES = ['rate', 'perSite', 'perInhabitant'] as const
export type Measure = (typeof MEASURES)[number]

export type Comparison = {
  measure: Measure
  /** A fraction for the rate, grams otherwise; null without a denominator, or where handovers are left out of it. */
  own: number | null
  isWithheld: boolean
  median: number | null
  /** Places that have a value and are told it whole, and how many of them are below this one. */
  peers: number
  below: number | null
  /** Their values, sorted. */
  values: number[]
}

/**
 * A place against the middle of its peers: the rate, and what it handed over for each of its sites and inhabitants, so
 * that a small commune is not held against a large one. A place without any site in the period has nothing to hand
 * over: it is no peer. Neither is one that handovers are left out of: the middle would be of masses that are none's.
 */
export function comparePeers(all: readonly PeerFigures[], slug: string): Comparison[] {
  return MEASURES.map((measure) => {
    const valued = all.flatMap((peer) => {
      const value = valueOf(peer, measure)
      return value === null ? [] : [{ slug: peer.slug, value, isPartial: isPartial(peer, measure) }]
    })
    const mine = valued.find((one) => one.slug === slug)
    const told = valued.filter((one) => !one.isPartial).map(({ value }) => value)
    const own = mine && !mine.isPartial ? mine.value : null
    return {
      measure,
      own,
      isWithheld: mine?.isPartial ?? false,
      median: medianOf(told),
      peers: told.length,
      below: own === null ? null : told.filter((value) => value < own).length,
      values: told.sort((a, b) => a - b),
    }
  })
}

/** A place as a comparison counts it: what leaves handovers out is null. */
export type PeerRow = Pick<PeerFigures, 'slug' | 'population' | 'sites' | 'inventoriedG'> & {
  name: string
  reusedG: number | null
  massG: number | null
  values: Record<Measure, number | null>
}

/** The places of a comparison with what it divides, by name; those that have nothing to compare are left out. */
export function peerRows(peers: readonly (PeerFigures & { name: string })[]): PeerRow[] {
  const told = (peer: PeerFigures, measure: Measure) =>
    isPartial(peer, measure) ? null : valueOf(peer, measure)
  return peers
    .filter(({ inventoriedG, sites }) => inventoriedG > 0 || sites > 0)
    .map((peer) => ({
      ...{ slug: peer.slug, name: peer.name, population: peer.population },
      ...{ sites: peer.sites, inventoriedG: peer.inventoriedG },
      reusedG: peer.isReusedPartial ? null : peer.reusedG,
      massG: peer.isMassPartial ? null : peer.massG,
      values: {
        rate: told(peer, 'rate'),
        perSite: told(peer, 'perSite'),
        perInhabitant: told(peer, 'perInhabitant'),
      },
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
}

function isPartial(peer: PeerFigures, measure: Measure): boolean {
  return measure === 'rate' ? peer.isReusedPartial : peer.isMassPartial
}

function valueOf(peer: PeerFigures, measure: Measure): number | null {
  if (measure === 'rate') return peer.inventoriedG > 0 ? peer.reusedG / peer.inventoriedG : null
  if (peer.sites === 0) return null
  return measure === 'perSite' ? peer.massG / peer.sites : peer.massG / Math.max(1, peer.population)
}
