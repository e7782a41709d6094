import { cosOfLat, greatCircleKmOf } from '~/core/geo-point'
import type { MaterialFactor } from '~/features/carbon/model/factors'
import { netGOf } from '~/features/carbon/model/net-benefit'
import { leastKgPerKm } from '~/features/carbon/model/transport'
import { isVisibleTo, VISITOR } from '~/features/lots/model/visibility'
import { isContradicted } from '../judge-sheets'
import { coveredMassG, scorePair } from '../score'
import { claimedPerMilli, unclaimedPerMilli } from './gain'
import type { PlanLot, PlanSnapshot } from './plan-snapshot'

/** Needs in numbers side by side, by place. */
type NeedNumbers = {
  lat: Float64Array
  lon: Float64Array
  cosLat: Float64Array
  radiusKm: Float64Array
  quantity: Float64Array
  organisation: Int32Array
  /** 1 where a sheet must be held against. */
  asks: Uint8Array
}

/** What a lot brings to each of its pairs. */
type LotNumbers = {
  lot: PlanLot
  cosLat: number
  organisation: number
  /** The least that a need must want. */
  least: number
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
  private readonly organisations = new Map<string, number>()
  /** Places of needs by lot that a side set aside. */
  private readonly dismissed = new Map<string, Set<number>>()
  private of: LotNumbers | null = null

  constructor(private readonly snapshot: PlanSnapshot) {
    const { needs } = snapshot
    const lat = Float64Array.from(needs, ({ side }) => side.point.lat)
    this.needs = {
      lat,
      lon: Float64Array.from(needs, ({ side }) => side.point.lon),
      cosLat: lat.map(cosOfLat),
      radiusKm: Float64Array.from(needs, ({ side }) => side.radiusKm),
      quantity: Float64Array.from(needs, ({ side }) => side.quantityMilli),
      organisation: Int32Array.from(needs, ({ organisationId }) => this.numberOf(organisationId)),
      asks: Uint8Array.from(needs, ({ side }) => (Object.keys(side.wanted).length > 0 ? 1 : 0)),
    }
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
    this.of = {
      lot,
      cosLat: cosOfLat(side.point.lat),
      organisation: this.numberOf(stages.organisationId),
      least: isWhole ? side.quantityMilli : Math.min(minTakeMilli, side.quantityMilli),
      isPublic: isVisibleTo(stages, VISITOR, today),
      factor: scoring.factors.factors[side.material],
      massG,
      kgPerKm: leastKgPerKm(massG ?? 0),
      dismissed: this.dismissed.get(side.id),
    }
  }

  /**
   * What the lot taken gains with a need, by place, per thousandth of the unit: above nil with a claim, below nil without
   * one (then an order of preference with its sign turned), and 0 when the pair may not be made or is not worth its trip.
   */
  with(need: number, substitution: number): number {
    const of = this.of!
    const { needs } = this
    const { side } = of.lot
    const quantity = needs.quantity[need]!
    if (of.organisation === needs.organisation[need] || quantity < of.least) return 0
    if (!(side.quantityMilli > 0 && quantity > 0)) return 0
    const { lat, lon } = side.point
    const km = greatCircleKmOf(lat, lon, of.cosLat, needs.lat[need]!, needs.lon[need]!, needs.cosLat[need]!)
    if (km > needs.radiusKm[need]! || !this.mayMeet(of, need)) return 0
    const isAll = quantity >= side.quantityMilli
    const covered = isAll ? side.quantityMilli : quantity
    const massG = isAll ? of.massG : coveredMassG(side.unit, covered, side.massGPerUnit)
    if (!of.factor || massG === null || massG <= 0) return -this.preference(of, need)
    const kgPerKm = isAll ? of.kgPerKm : leastKgPerKm(massG)
    return claimedPerMilli(netGOf(of.factor, massG, substitution, km, kgPerKm), covered)
  }

  private mayMeet({ lot, isPublic, dismissed }: LotNumbers, need: number): boolean {
    const { needs, today } = this.snapshot
    if (this.needs.asks[need] === 1 && isContradicted(lot.side, needs[need]!.side)) return false
    if (!isPublic && !isVisibleTo(lot.stages, needs[need]!.viewer, today)) return false
    return dismissed === undefined || !dismissed.has(need)
  }

  private preference({ lot }: LotNumbers, need: number): number {
    const pair = scorePair(lot.side, this.snapshot.needs[need]!.side, this.snapshot.scoring)
    return unclaimedPerMilli(lot.side, pair.ok ? pair.score : 0)
  }

  private numberOf(organisationId: string): number {
    const known = this.organisations.get(organisationId)
    if (known !== undefined) return known
    const number = this.organisations.size
    this.organisations.set(organisationId, number)
    return number
  }
}
