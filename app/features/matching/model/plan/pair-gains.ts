import { dayNumber } from '~/core/days'
import type { MaterialFactor } from '~/features/carbon/model/factors'
import { netGOf } from '~/features/carbon/model/net-benefit'
import { leastKgPerKm } from '~/features/carbon/model/transport'
import { isVisibleTo, VISITOR } from '~/features/lots/model/visibility'
import { coveredMassG } from '../score'
import {
  centiPoints,
  conditionValue,
  coverValue,
  datesValue,
  distanceValue,
  fitValue,
  priceValue,
} from '../score-parts'
import type { Weights } from '../weights'
import { claimedPerMilli, unclaimedPerMilli } from './gain'
import type { PlanLot, PlanSnapshot } from './plan-snapshot'
import { PointDistances } from './point-distances'
import { type ALL_TOLD, CONTRADICTED, SheetNumbers, type TO_CHECK } from './sheet-numbers'

/** Needs in numbers side by side, by place. */
type NeedNumbers = {
  radiusKm: Float64Array
  quantity: Float64Array
  organisation: Int32Array
  from: Int32Array
  until: Int32Array
  minCondition: Uint8Array
  /** Cents a unit; not a number where none is told. */
  budget: Float64Array
}

/** What a lot brings to each of its pairs. */
type LotNumbers = {
  lot: PlanLot
  quantity: number
  condition: number
  price: number
  organisation: number
  /** The least that a need must want. */
  least: number
  from: number
  until: number
  /** Whether everyone sees it today. */
  isPublic: boolean
  factor: MaterialFactor | undefined
  /** Grams of all of it, null when nobody knows, and what these emit per kilometre. */
  massG: number | null
  kgPerKm: number
  dismissed: ReadonlySet<number> | undefined
}

/**
 * What the pairs of a snapshot gain, for those who ask of millions: what a lot or a need has in common with all of its
 * pairs is worked out once, and a pair makes no object. To the last bit what the score and the benefit say of it.
 */
export class PairGains {
  private readonly needs: NeedNumbers
  private readonly sheets: SheetNumbers
  private readonly distances: PointDistances
  private readonly organisations = new Map<string, number>()
  /** Places of needs by lot that a side set aside. */
  private readonly dismissed = new Map<string, Set<number>>()
  private readonly weights: Weights['of']
  private of: LotNumbers | null = null

  constructor(private readonly snapshot: PlanSnapshot) {
    const { needs } = snapshot
    // A copy of one shape, whatever brought the snapshot here.
    const { fit, distance, dates, cover, condition, carbon, price } = snapshot.scoring.weights.of
    this.weights = { fit, distance, dates, cover, condition, carbon, price }
    this.needs = {
      radiusKm: Float64Array.from(needs, ({ side }) => side.radiusKm),
      quantity: Float64Array.from(needs, ({ side }) => side.quantityMilli),
      organisation: Int32Array.from(needs, ({ organisationId }) => this.numberOf(organisationId)),
      from: Int32Array.from(needs, ({ side }) => dayNumber(side.window.from)),
      until: Int32Array.from(needs, ({ side }) => dayNumber(side.window.until)),
      minCondition: Uint8Array.from(needs, ({ side }) => side.minCondition),
      budget: Float64Array.from(needs, ({ side }) => side.budgetUnitCents ?? Number.NaN),
    }
    this.sheets = new SheetNumbers(needs.map(({ side }) => side.wanted))
    this.distances = new PointDistances(needs.map(({ side }) => side.point))
    const placeOf = new Map(needs.map(({ side }, place) => [side.id, place]))
    for (const { lotId, needId } of snapshot.dismissed) {
      const place = placeOf.get(needId)
      if (place === undefined) continue
      const places = this.dismissed.get(lotId) ?? new Set()
      this.dismissed.set(lotId, places.add(place))
    }
  }

  /** Takes a lot, by place, whose pairs are asked for next. */
  take(place: number): void {
    const { scoring, today, lots } = this.snapshot
    const lot = lots[place]!
    const { side, stages, isWhole, minTakeMilli } = lot
    const massG = coveredMassG(side.unit, side.quantityMilli, side.massGPerUnit)
    this.sheets.take(side)
    this.distances.take(side.point)
    this.of = {
      lot,
      quantity: side.quantityMilli,
      condition: side.condition,
      price: side.unitPriceCents,
      organisation: this.numberOf(stages.organisationId),
      least: isWhole ? side.quantityMilli : Math.min(minTakeMilli, side.quantityMilli),
      from: dayNumber(side.window.from),
      until: dayNumber(side.window.until),
      isPublic: isVisibleTo(stages, VISITOR, today),
      factor: scoring.factors.factors[side.material],
      massG,
      kgPerKm: leastKgPerKm(massG ?? 0),
      dismissed: this.dismissed.get(side.id),
    }
  }

  /**
   * What the lot taken gains with a need, by place, of those that `NeedShelves` finds near it, per thousandth of the unit:
   * above nil with a claim, below nil without one (then an order of preference with its sign turned), and 0 when the pair
   * may not be made or is not worth its trip.
   */
  with(need: number, substitution: number): number {
    const of = this.of!
    const { needs } = this
    const quantity = needs.quantity[need]!
    if (of.organisation === needs.organisation[need] || quantity < of.least) return 0
    if (!(of.quantity > 0 && quantity > 0)) return 0
    const km = this.distances.to(need)
    if (km > needs.radiusKm[need]!) return 0
    const verdict = this.sheets.judge(need)
    if (verdict === CONTRADICTED || !this.mayMeet(of, need)) return 0
    const { side } = of.lot
    const isAll = quantity >= of.quantity
    const covered = isAll ? of.quantity : quantity
    const massG = isAll ? of.massG : coveredMassG(side.unit, covered, side.massGPerUnit)
    if (!of.factor || massG === null || massG <= 0)
      return -unclaimedPerMilli(side, this.scoreWithoutClaim(of, { need, substitution, km, verdict }))
    const kgPerKm = isAll ? of.kgPerKm : leastKgPerKm(massG)
    return claimedPerMilli(netGOf(of.factor, massG, substitution, km, kgPerKm), covered)
  }

  private mayMeet({ lot, isPublic, dismissed }: LotNumbers, need: number): boolean {
    const { needs, today } = this.snapshot
    if (!isPublic && !isVisibleTo(lot.stages, needs[need]!.viewer, today)) return false
    return dismissed === undefined || !dismissed.has(need)
  }

  /** The score of a pair of which nothing is claimed: hundredths of points add up to it, none of them for carbon. */
  private scoreWithoutClaim(of: LotNumbers, pair: Passed): number {
    const { needs, weights } = this
    const { need, km } = pair
    const [from, until, budget] = [needs.from[need]!, needs.until[need]!, needs.budget[need]!]
    const overlap = Math.min(of.until, until) - Math.max(of.from, from)
    const price = priceValue(of.price, Number.isNaN(budget) ? null : budget)
    const centi =
      centiPoints(weights.fit, fitValue(pair.substitution, pair.verdict)) +
      centiPoints(weights.distance, distanceValue(km, needs.radiusKm[need]!)) +
      centiPoints(weights.dates, datesValue(overlap, until - from)) +
      centiPoints(weights.cover, coverValue(of.quantity, needs.quantity[need]!)) +
      centiPoints(weights.condition, conditionValue(of.condition, needs.minCondition[need]!)) +
      centiPoints(weights.price, price)
    return centi / 100
  }

  private numberOf(organisationId: string): number {
    const known = this.organisations.get(organisationId)
    if (known !== undefined) return known
    const number = this.organisations.size
    this.organisations.set(organisationId, number)
    return number
  }
}

type Passed = {
  need: number
  substitution: number
  km: number
  /** As many as remain to be checked, or but one of them. */
  verdict: typeof ALL_TOLD | typeof TO_CHECK
}
