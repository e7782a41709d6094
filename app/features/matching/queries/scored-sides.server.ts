import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import type { GeoPoint } from '~/core/geo-point'
import type { FactorSet } from '~/features/carbon/model/factors'
import { listCommunes } from '~/features/communes/queries.server'
import type { LotView } from '~/features/lots/model/lot'
import type { NeedView } from '~/features/needs/model/need'
import { matchLotOf, matchNeedOf } from '../model/match-sides'
import { scorePair, type MatchLot, type MatchNeed, type NoMatch, type PairScore } from '../model/score'
import { scoringInForce } from './scoring.server'

/** A lot and a need with what the score reads of each, and what it says of them. */
export type ScoredSides = {
  lot: LotView
  /** From today on: days gone by are no longer days in common. */
  need: NeedView
  lotSide: MatchLot
  needSide: MatchNeed
  pair: PairScore | NoMatch
  /** The emission factors that it was scored with. */
  factors: FactorSet
}

/** Scores lots and needs two by two as they stand today, with the weights and factors in force. */
export async function scoreSides(
  couples: readonly { lot: LotView; need: NeedView }[],
): Promise<ScoredSides[]> {
  const [communes, scoring] = await Promise.all([listCommunes(), scoringInForce()])
  const points = new Map(communes.map(({ code, lat, lon }) => [code, { lat, lon }]))
  const today = isoDayOf(nowMs())
  return couples.map(({ lot, need }) => {
    const wanted = need.neededFrom < today ? { ...need, neededFrom: today } : need
    const lotSide = matchLotOf(lot, pointOf(points, lot.communeCode))
    const needSide = matchNeedOf(wanted, pointOf(points, need.communeCode))
    return {
      lot,
      need: wanted,
      lotSide,
      needSide,
      pair: scorePair(lotSide, needSide, scoring),
      factors: scoring.factors,
    }
  })
}

function pointOf(points: ReadonlyMap<string, GeoPoint>, code: string): GeoPoint {
  const point = points.get(code)
  if (!point) throw new Error(`No point for commune ${code}`)
  return point
}
