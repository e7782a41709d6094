import { greatCircleKm } from '~/core/geo-point'
import { netBenefit } from '~/features/carbon/model/net-benefit'
import { isVisibleTo } from '~/features/lots/model/visibility'
import { judgeSheets } from '../judge-sheets'
import { coveredMassG, scorePair } from '../score'
import { gainOf, gramsPerUnit, type Gain } from './gain'
import { keyOfPair, type PlanLot, type PlanNeed, type PlanSnapshot } from './plan-snapshot'
import { NeedShelves } from './need-shelves'

/** A pair that may be made; lot and need are places in the snapshot. */
export type Candidate = { lot: number; need: number } & Gain

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

/**
 * Every pair that passes the filters of the score and is worth its trip: of two organisations, a lot that the need's
 * sees today, set aside by neither, and of which the need wants as much as the giver gives at least. The best by gain of
 * each lot and of each need are kept, so that neither a lot in demand nor a need in want loses its only pairs.
 * @param kept of each lot and of each need
 */
export function findCandidates(snapshot: PlanSnapshot, kept = KEPT): Candidates {
  const { lots, needs } = snapshot
  const ofLots = lots.map(() => new Best('need', kept))
  const ofNeeds = needs.map(() => new Best('lot', kept))
  const sums = needs.map(() => ({ milli: 0, weighedMilli: 0, massG: 0 }))
  forEachPair(snapshot, (lot, need, gain) => {
    addReach(sums[need]!, lots[lot]!)
    const [ofLot, ofNeed] = [ofLots[lot]!, ofNeeds[need]!]
    if (!ofLot.wants(gain.perMilli, need) && !ofNeed.wants(gain.perMilli, lot)) return
    const pair = { lot, need, ...gain }
    ofLot.add(pair)
    ofNeed.add(pair)
  })
  const pairs = new Set<Candidate>()
  for (const best of [...ofLots, ...ofNeeds]) for (const pair of best.kept) pairs.add(pair)
  return {
    pairs: [...pairs].sort((a, b) => a.lot - b.lot || a.need - b.need),
    reach: sums.map(({ milli, weighedMilli, massG }) => ({
      milli,
      gPerUnit: weighedMilli > 0 ? (massG * 1000) / weighedMilli : null,
    })),
  }
}

/**
 * Whether a lot and a need are to be looked at, by how well the lot's material serves the need's and a distance in
 * kilometres that theirs is no less than.
 */
type IsOfInterest = (lot: number, need: number, substitution: number, leastKm: number) => boolean

/**
 * Every pair that may be made, with what it gains, lot by lot.
 * @param isOfInterest tells at a glance which pairs need not be looked at
 */
export function forEachPair(
  snapshot: PlanSnapshot,
  each: (lot: number, need: number, gain: Gain) => void,
  isOfInterest: IsOfInterest = () => true,
): void {
  const { lots, needs } = snapshot
  const dismissed = new Set(snapshot.dismissed.map(keyOfPair))
  const shelves = new NeedShelves(needs.map(({ side }) => side))
  lots.forEach((lot, lotPlace) =>
    shelves.forEachNear(lot.side, (needPlace, substitution, leastKm) => {
      if (!isOfInterest(lotPlace, needPlace, substitution, leastKm)) return
      const gain = gainOfPair(snapshot, lot, needs[needPlace]!, substitution, dismissed)
      if (gain) each(lotPlace, needPlace, gain)
    }),
  )
}

/** What a pair gains, null when it may not be made. Reads what the score's filters do, and of its parts the benefit only. */
function gainOfPair(
  { today, scoring }: PlanSnapshot,
  lot: PlanLot,
  need: PlanNeed,
  substitution: number,
  dismissed: ReadonlySet<string>,
): Gain | null {
  if (lot.stages.organisationId === need.organisationId) return null
  if (!(lot.side.quantityMilli > 0 && need.side.quantityMilli > 0)) return null
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
    substitution,
    factorSet: scoring.factors,
  })
  return gainOf(lot.side, { net, coveredMilli }, () => {
    const pair = scorePair(lot.side, need.side, scoring)
    return pair.ok ? pair.score : 0
  })
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

/** The best candidates of a lot or a need: greatest gain first, ties by the place of the other side. */
class Best {
  readonly kept: Candidate[] = []

  constructor(
    private readonly other: 'lot' | 'need',
    private readonly most: number,
  ) {}

  /** Whether a pair of this gain with this place would be kept now. */
  wants(perMilli: number, place: number): boolean {
    const last = this.kept[this.most - 1]
    return !last || perMilli > last.perMilli || (perMilli === last.perMilli && place < last[this.other])
  }

  add(pair: Candidate): void {
    if (!this.wants(pair.perMilli, pair[this.other])) return
    const { kept } = this
    let at = kept.length
    while (at > 0 && this.compare(kept[at - 1]!, pair) > 0) at--
    kept.splice(at, 0, pair)
    if (kept.length > this.most) kept.pop()
  }

  private compare(a: Candidate, b: Candidate): number {
    return b.perMilli - a.perMilli || a[this.other] - b[this.other]
  }
}
