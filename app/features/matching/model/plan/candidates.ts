import { greatCircleKm } from '~/core/geo-point'
import { MATERIAL_TYPES, type MaterialType } from '~/core/material-types'
import { netBenefit } from '~/features/carbon/model/net-benefit'
import { isVisibleTo } from '~/features/lots/model/visibility'
import { judgeSheets } from '../judge-sheets'
import { coveredMassG, scorePair } from '../score'
import { materialFit } from '../substitutions'
import { gainOf, gramsPerUnit, type Gain } from './gain'
import { keyOfPair, type PlanLot, type PlanNeed, type PlanSnapshot } from './plan-snapshot'
import { mayMatch, quickLotOf, quickNeedOf } from './quick-filter'

/** A pair that may be made; lot and need are places in the snapshot. */
export type Candidate = { lot: number; need: number; scoreCenti: number } & Gain
type Unscored = Omit<Candidate, 'scoreCenti'>

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
 * @param kept of each lot and of each need
 */
export function findCandidates(snapshot: PlanSnapshot, kept = KEPT): Candidates {
  const { lots, needs } = snapshot
  const dismissed = new Set(snapshot.dismissed.map(keyOfPair))
  const shelves = shelvesOf(needs)
  const quickNeeds = needs.map(({ side }) => quickNeedOf(side))
  const ofNeeds = needs.map(() => new Best('lot', kept))
  const sums = needs.map(() => ({ milli: 0, weighedMilli: 0, massG: 0 }))
  const pairs = new Map<number, Unscored>()
  const keep = (pair: Unscored) => pairs.set(pair.lot * needs.length + pair.need, pair)
  lots.forEach((lot, lotPlace) => {
    const best = new Best('need', kept)
    const quick = quickLotOf(lot.side)
    for (const needPlace of near(lot, shelves)) {
      if (!mayMatch(quick, quickNeeds[needPlace]!)) continue
      const gain = gainOfPair(snapshot, lot, needs[needPlace]!, dismissed)
      if (!gain) continue
      addReach(sums[needPlace]!, lot)
      const pair = { lot: lotPlace, need: needPlace, ...gain }
      best.add(pair)
      ofNeeds[needPlace]!.add(pair)
    }
    best.kept.forEach(keep)
  })
  for (const best of ofNeeds) best.kept.forEach(keep)
  return {
    pairs: [...pairs.values()]
      .sort((a, b) => a.lot - b.lot || a.need - b.need)
      .flatMap((pair) => scored(snapshot, pair)),
    reach: sums.map(({ milli, weighedMilli, massG }) => ({
      milli,
      gPerUnit: weighedMilli > 0 ? (massG * 1000) / weighedMilli : null,
    })),
  }
}

/** What a pair gains, null when it may not be made. Reads what the score's filters do, and of its parts the benefit only. */
function gainOfPair(
  { today, weights }: PlanSnapshot,
  lot: PlanLot,
  need: PlanNeed,
  dismissed: ReadonlySet<string>,
): Gain | null {
  if (lot.stages.organisationId === need.organisationId) return null
  if (need.side.quantityMilli < leastOf(lot)) return null
  const straightKm = greatCircleKm(lot.side.point, need.side.point)
  if (straightKm > need.side.radiusKm || judgeSheets(lot.side, need.side).failed[0]) return null
  if (!isVisibleTo(lot.stages, need.viewer, today)) return null
  if (dismissed.size > 0 && dismissed.has(keyOfPair({ lotId: lot.side.id, needId: need.side.id })))
    return null
  const coveredMilli = Math.min(lot.side.quantityMilli, need.side.quantityMilli)
  const { material, unit, massGPerUnit } = lot.side
  const massG = coveredMassG(unit, coveredMilli, massGPerUnit)
  const net = netBenefit({
    material,
    massG,
    straightKm,
    substitution: materialFit(material, need.side.material),
  })
  return gainOf(lot.side, { net, coveredMilli }, () => {
    const pair = scorePair(lot.side, need.side, weights)
    return pair.ok ? pair.score : 0
  })
}

/** A kept pair with its score; none should the score refuse what was kept. */
function scored({ lots, needs, weights }: PlanSnapshot, pair: Unscored): Candidate[] {
  const score = scorePair(lots[pair.lot]!.side, needs[pair.need]!.side, weights)
  return score.ok ? [{ ...pair, scoreCenti: Math.round(score.score * 100) }] : []
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
  readonly kept: Unscored[] = []

  constructor(
    private readonly other: 'lot' | 'need',
    private readonly most: number,
  ) {}

  add(pair: Unscored): void {
    const last = this.kept[this.most - 1]
    if (last && this.compare(last, pair) <= 0) return
    let at = this.kept.length
    while (at > 0 && this.compare(this.kept[at - 1]!, pair) > 0) at--
    this.kept.splice(at, 0, pair)
    if (this.kept.length > this.most) this.kept.pop()
  }

  private compare(a: Unscored, b: Unscored): number {
    return b.perMilli - a.perMilli || a[this.other] - b[this.other]
  }
}
