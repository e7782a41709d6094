import { MATERIAL_TYPES, type MaterialType } from '~/core/material-types'
import { isVisibleTo } from '~/features/lots/model/visibility'
import { scorePair } from '../score'
import { materialFit } from '../substitutions'
import { gainOf, gramsPerUnit, type Gain } from './gain'
import { keyOfPair, type PlanLot, type PlanNeed, type PlanSnapshot } from './plan-snapshot'

/** A pair that may be made; lot and need are places in the snapshot. */
export type Candidate = { lot: number; need: number; scoreCenti: number } & Gain

/** What a need could be served with, whatever others want. */
export type Reach = {
  /** Thousandths that its lots have free in all. */
  milli: number
  /** Grams of a unit on average over those lots whose mass is known; null without one. */
  gPerUnit: number | null
}

export type Candidates = {
  /** By lot, then need. */
  pairs: Candidate[]
  /** By need. */
  reach: Reach[]
}

/** Candidates kept for each lot and, of others, for each need: enough that an optimum loses nothing to speak of. */
export const KEPT = 30

/** A degree of latitude is never shorter. */
const KM_PER_DEGREE = 110.5

/**
 * Every pair that passes the filters of the score and is worth its trip: of two organisations, a lot that the need's
 * sees today, set aside by neither, and of which the need wants as much as the giver gives at least. The best by gain of
 * each lot and of each need are kept, so that neither a lot in demand nor a need in want loses its only pairs.
 */
export function findCandidates(snapshot: PlanSnapshot): Candidates {
  const { lots, needs } = snapshot
  const dismissed = new Set(snapshot.dismissed.map(keyOfPair))
  const shelves = shelvesOf(needs)
  const ofNeeds = needs.map(() => new Best('lot'))
  const sums = needs.map(() => ({ milli: 0, weighedMilli: 0, massG: 0 }))
  const pairs = new Map<number, Candidate>()
  const keep = (pair: Candidate) => pairs.set(pair.lot * needs.length + pair.need, pair)
  lots.forEach((lot, lotPlace) => {
    const best = new Best('need')
    for (const needPlace of near(lot, shelves)) {
      const need = needs[needPlace]!
      const pair = candidateOf(snapshot, lot, need, dismissed)
      if (!pair) continue
      addReach(sums[needPlace]!, lot)
      best.add({ lot: lotPlace, need: needPlace, ...pair })
      ofNeeds[needPlace]!.add({ lot: lotPlace, need: needPlace, ...pair })
    }
    best.kept.forEach(keep)
  })
  for (const best of ofNeeds) best.kept.forEach(keep)
  return {
    pairs: [...pairs.values()].sort((a, b) => a.lot - b.lot || a.need - b.need),
    reach: sums.map(({ milli, weighedMilli, massG }) => ({
      milli,
      gPerUnit: weighedMilli > 0 ? (massG * 1000) / weighedMilli : null,
    })),
  }
}

function candidateOf(
  { today, weights }: PlanSnapshot,
  lot: PlanLot,
  need: PlanNeed,
  dismissed: ReadonlySet<string>,
): Omit<Candidate, 'lot' | 'need'> | null {
  if (lot.stages.organisationId === need.organisationId) return null
  if (need.side.quantityMilli < leastOf(lot)) return null
  const pair = scorePair(lot.side, need.side, weights)
  if (!pair.ok || !isVisibleTo(lot.stages, need.viewer, today)) return null
  if (dismissed.has(keyOfPair({ lotId: lot.side.id, needId: need.side.id }))) return null
  const gain = gainOf(lot.side, pair)
  return gain && { ...gain, scoreCenti: Math.round(pair.score * 100) }
}

function leastOf({ isWhole, minTakeMilli, side }: PlanLot): number {
  return isWhole ? side.quantityMilli : Math.min(minTakeMilli, side.quantityMilli)
}

function addReach(sum: { milli: number; weighedMilli: number; massG: number }, { side }: PlanLot): void {
  const gPerUnit = gramsPerUnit(side)
  sum.milli += side.quantityMilli
  if (gPerUnit === null) return
  sum.weighedMilli += side.quantityMilli
  sum.massG += (side.quantityMilli * gPerUnit) / 1000
}

/** Needs of one material from south to north, so that a lot looks at those within reach of their latitude only. */
type Shelf = { needs: { place: number; lat: number }[]; mostKm: number }

function shelvesOf(needs: readonly PlanNeed[]): Map<MaterialType, Shelf> {
  const shelves = new Map<MaterialType, Shelf>()
  needs.forEach(({ side }, place) => {
    const shelf = shelves.get(side.material) ?? { needs: [], mostKm: 0 }
    shelf.needs.push({ place, lat: side.point.lat })
    shelf.mostKm = Math.max(shelf.mostKm, side.radiusKm)
    shelves.set(side.material, shelf)
  })
  for (const shelf of shelves.values()) shelf.needs.sort((a, b) => a.lat - b.lat || a.place - b.place)
  return shelves
}

function* near(lot: PlanLot, shelves: ReadonlyMap<MaterialType, Shelf>): Generator<number> {
  for (const wanted of MATERIAL_TYPES) {
    const shelf = shelves.get(wanted)
    if (!shelf || materialFit(lot.side.material, wanted) === 0) continue
    const { lat } = lot.side.point
    const reach = shelf.mostKm / KM_PER_DEGREE
    for (let at = firstFrom(shelf.needs, lat - reach); at < shelf.needs.length; at++) {
      const need = shelf.needs[at]!
      if (need.lat > lat + reach) break
      yield need.place
    }
  }
}

function firstFrom(needs: Shelf['needs'], lat: number): number {
  let [low, high] = [0, needs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (needs[middle]!.lat < lat) low = middle + 1
    else high = middle
  }
  return low
}

/** The best candidates of a lot or a need: greatest gain first, ties by the place of the other side. */
class Best {
  readonly kept: Candidate[] = []

  constructor(private readonly other: 'lot' | 'need') {}

  add(pair: Candidate): void {
    const last = this.kept[KEPT - 1]
    if (last && this.compare(last, pair) <= 0) return
    let at = this.kept.length
    while (at > 0 && this.compare(this.kept[at - 1]!, pair) > 0) at--
    this.kept.splice(at, 0, pair)
    if (this.kept.length > KEPT) this.kept.pop()
  }

  private compare(a: Candidate, b: Candidate): number {
    return b.perMilli - a.perMilli || a[this.other] - b[this.other]
  }
}
