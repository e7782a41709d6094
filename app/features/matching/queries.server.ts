import type { GeoPoint } from '~/core/geo-point'
import { MATERIAL_TYPES, type MaterialType } from '~/core/material-types'
import { listCommunes } from '~/features/communes/queries.server'
import type { LotView } from '~/features/lots/model/lot'
import { listOpenLotsOf } from '~/features/lots/queries.server'
import type { NeedView } from '~/features/needs/model/need'
import { listOpenNeedsFor } from '~/features/needs/queries.server'
import { matchLotOf, matchNeedOf } from './model/match-sides'
import { topK, type Ranked } from './model/rank'
import { scorePair } from './model/score'
import { materialFit } from './model/substitutions'

/** The best needs for a lot, best first: open, of other organisations, each with its score and reasons. */
export async function findNeedsForLot(lot: LotView, k: number): Promise<Ranked<NeedView>[]> {
  const wanted = MATERIAL_TYPES.filter((material) => materialFit(lot.material, material) > 0)
  const [candidates, points] = await Promise.all([listOpenNeedsFor(wanted), communePoints()])
  const side = matchLotOf(lot, pointOf(points, lot.communeCode))
  const others = candidates.filter((need) => need.organisationId !== lot.organisationId)
  return topK(others, k, (need) => scorePair(side, matchNeedOf(need, pointOf(points, need.communeCode))))
}

/** The best lots for a need, best first: open, of other organisations, each with its score and reasons. */
export async function findLotsForNeed(need: NeedView, k: number): Promise<Ranked<LotView>[]> {
  const offered = MATERIAL_TYPES.filter((material) => materialFit(material, need.material) > 0)
  const [candidates, points] = await Promise.all([listOpenLotsOf(offered, need.neededFrom), communePoints()])
  const side = matchNeedOf(need, pointOf(points, need.communeCode))
  const others = candidates.filter((lot) => lot.organisationId !== need.organisationId)
  return topK(others, k, (lot) => scorePair(matchLotOf(lot, pointOf(points, lot.communeCode)), side))
}

/** Newest open needs that a material could serve: what a photo without a lot can promise. */
export async function findNeedsForMaterial(material: MaterialType, limit: number): Promise<NeedView[]> {
  const candidates = await listOpenNeedsFor([material])
  return candidates.sort((a, b) => (a.neededUntil < b.neededUntil ? -1 : 1)).slice(0, limit)
}

async function communePoints(): Promise<Map<string, GeoPoint>> {
  const communes = await listCommunes()
  return new Map(communes.map(({ code, lat, lon }) => [code, { lat, lon }]))
}

function pointOf(points: Map<string, GeoPoint>, code: string): GeoPoint {
  const point = points.get(code)
  if (!point) throw new Error(`No point for commune ${code}`)
  return point
}
