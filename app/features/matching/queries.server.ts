import { nowMs } from '~/core/clock'
import { isoDayOf, type IsoDay } from '~/core/days'
import type { GeoPoint } from '~/core/geo-point'
import { MATERIAL_TYPES, type MaterialType } from '~/core/material-types'
import { listCommunes } from '~/features/communes/queries.server'
import type { LotView } from '~/features/lots/model/lot'
import { lotStateOf } from '~/features/lots/model/lot-state'
import { isVisibleTo, VISITOR, type LotViewer } from '~/features/lots/model/visibility'
import { listLotsOf, listOpenLotsOf, listViewers } from '~/features/lots/queries.server'
import type { NeedView } from '~/features/needs/model/need'
import { listOpenNeedsFor, listOpenNeedsOf } from '~/features/needs/queries.server'
import { matchLotOf, matchNeedOf } from './model/match-sides'
import { nearMissOf, nearest, type NearMiss } from './model/near-miss'
import { pairViewOf, type PairView } from './model/pair-view'
import { topK, type Ranked } from './model/rank'
import { scorePair } from './model/score'
import { materialFit } from './model/substitutions'

/** A candidate with its score and what its reasons name. */
export type RankedPair<Item> = Ranked<Item> & { view: PairView }

/** What matching reads of a need; a need being written has it all but its wording. */
export type MatchableNeed = Omit<
  NeedView,
  | 'title'
  | 'description'
  | 'organisationName'
  | 'communeName'
  | 'siteId'
  | 'status'
  | 'createdAtMs'
  | 'quantityMilli'
>

/**
 * The best needs for a lot, best first: open, of other organisations that see the lot today, each with its score and
 * reasons. A lot not yet shown to an organisation has no match there: neither side learns of the other too early.
 */
export async function findNeedsForLot(lot: LotView, k: number): Promise<RankedPair<NeedView>[]> {
  const [found] = await findNeedsForLots([lot], k)
  return found?.best ?? []
}

/** The same for several lots of one organisation, reading the candidates once. */
export async function findNeedsForLots(
  lots: readonly LotView[],
  k: number,
): Promise<{ lot: LotView; best: RankedPair<NeedView>[] }[]> {
  const wanted = MATERIAL_TYPES.filter((type) => lots.some((lot) => materialFit(lot.material, type) > 0))
  const [candidates, points] = await Promise.all([listOpenNeedsFor(wanted), communePoints()])
  const needs = candidates.map((need) => remaining(need))
  const viewers = await listViewers(needs.map((need) => need.organisationId))
  return lots.map((lot) => {
    const side = matchLotOf(lot, pointOf(points, lot.communeCode))
    const others = needs.filter((need) => isOffered(lot, need.organisationId, viewers))
    const best = topK(others, k, (need) =>
      scorePair(side, matchNeedOf(need, pointOf(points, need.communeCode))),
    )
    return {
      lot,
      best: best.map((ranked) => ({ ...ranked, view: pairViewOf(lot, ranked.item, ranked.pair) })),
    }
  })
}

/**
 * The best lots for a need, best first: open, of other organisations, seen by the need's own today, each with its score
 * and reasons. For another `reader`, those only that they see too.
 */
export async function findLotsForNeed(
  need: MatchableNeed,
  k: number,
  reader?: LotViewer,
): Promise<RankedPair<LotView>[]> {
  const [found] = await findLotsForNeeds([need], k, reader)
  return found?.best ?? []
}

/** The same for several needs, reading the candidates once. */
export async function findLotsForNeeds<Need extends MatchableNeed>(
  needs: readonly Need[],
  k: number,
  reader?: LotViewer,
): Promise<{ need: Need; best: RankedPair<LotView>[] }[]> {
  const offered = MATERIAL_TYPES.filter((type) => needs.some((need) => materialFit(type, need.material) > 0))
  const [lots, points, viewers] = await Promise.all([
    listOpenLotsOf(offered, today()),
    communePoints(),
    listViewers(needs.map((need) => need.organisationId)),
  ])
  const shown = reader ? lots.filter((lot) => isVisibleTo(lot, reader, today())) : lots
  return needs.map((need) => {
    const wanted = remaining(need)
    const side = matchNeedOf(wanted, pointOf(points, need.communeCode))
    const others = shown.filter((lot) => isOffered(lot, need.organisationId, viewers))
    const best = topK(others, k, (lot) => scorePair(matchLotOf(lot, pointOf(points, lot.communeCode)), side))
    return {
      need,
      best: best.map((ranked) => ({ ...ranked, view: pairViewOf(ranked.item, wanted, ranked.pair) })),
    }
  })
}

/** Lots that another criterion alone keeps from a need, nearest first: of its material, and shown as its matches are. */
export async function findNearLotsForNeed(
  need: NeedView,
  reader: LotViewer,
): Promise<{ item: LotView; miss: NearMiss }[]> {
  const [lots, points, viewers] = await Promise.all([
    listOpenLotsOf([need.material], today()),
    communePoints(),
    listViewers([need.organisationId]),
  ])
  const side = matchNeedOf(remaining(need), pointOf(points, need.communeCode))
  const shown = lots.filter(
    (lot) => isVisibleTo(lot, reader, today()) && isOffered(lot, need.organisationId, viewers),
  )
  return nearest(shown, (lot) => nearMissOf(matchLotOf(lot, pointOf(points, lot.communeCode)), side))
}

/** The same from a lot: the open needs of others for its owner, those of one organisation for that taker. */
export async function findNearNeedsForLot(
  lot: LotView,
  takerOrganisationId: string | null,
): Promise<{ item: NeedView; miss: NearMiss }[]> {
  const [needs, points] = await Promise.all([
    takerOrganisationId ? listOpenNeedsOf(takerOrganisationId) : listOpenNeedsFor([lot.material]),
    communePoints(),
  ])
  const viewers = await listViewers(needs.map((need) => need.organisationId))
  const side = matchLotOf(lot, pointOf(points, lot.communeCode))
  const others = needs.filter((need) => isOffered(lot, need.organisationId, viewers))
  return nearest(others, (need) =>
    nearMissOf(side, matchNeedOf(remaining(need), pointOf(points, need.communeCode))),
  )
}

/** How many open lots of other organisations pass the filters of a need. */
export async function countLotsForNeed(need: MatchableNeed): Promise<number> {
  const [found] = await findLotsForNeeds([need], Number.MAX_SAFE_INTEGER)
  return found?.best.length ?? 0
}

/** The same for several needs, by their id, reading the candidates once. */
export async function countLotsForNeeds(needs: readonly NeedView[]): Promise<Map<string, number>> {
  const found = await findLotsForNeeds(needs, Number.MAX_SAFE_INTEGER)
  return new Map(found.map(({ need, best }) => [need.id, best.length]))
}

export type PairsOfOrganisation = {
  needs: { need: NeedView; best: RankedPair<LotView>[] }[]
  lots: { lot: LotView; best: RankedPair<NeedView>[] }[]
}

/**
 * What suits an organisation: for its `newest` open needs the `each` best lots, for its `newest` open lots the `each`
 * best needs. The best score comes first; those without a pair come last.
 */
export async function listPairsOf(
  organisationId: string,
  { newest, each }: { newest: number; each: number },
): Promise<PairsOfOrganisation> {
  const [ownNeeds, ownLots] = await Promise.all([listOpenNeedsOf(organisationId), listLotsOf(organisationId)])
  const [needs, lots] = await Promise.all([
    findLotsForNeeds(ownNeeds.slice(0, newest), each),
    findNeedsForLots(ownLots.filter((lot) => lotStateOf(lot, today()) === 'open').slice(0, newest), each),
  ])
  return { needs: needs.sort(byBestScore), lots: lots.sort(byBestScore) }
}

/** The score of one pair as it stands, whatever the statuses; null when it does not pass the filters. */
export async function scoreLotForNeed(lot: LotView, need: NeedView): Promise<PairView | null> {
  const points = await communePoints()
  const wanted = remaining(need)
  const pair = scorePair(
    matchLotOf(lot, pointOf(points, lot.communeCode)),
    matchNeedOf(wanted, pointOf(points, need.communeCode)),
  )
  return pair.ok ? pairViewOf(lot, wanted, pair) : null
}

/** Newest open needs that a material could serve: what a photo without a lot can promise. */
export async function findNeedsForMaterial(material: MaterialType, limit: number): Promise<NeedView[]> {
  const candidates = await listOpenNeedsFor([material])
  return candidates.sort((a, b) => (a.neededUntil < b.neededUntil ? -1 : 1)).slice(0, limit)
}

type WithBest = { best: readonly { view: PairView }[] }

function byBestScore(a: WithBest, b: WithBest): number {
  return (b.best[0]?.view.score ?? -1) - (a.best[0]?.view.score ?? -1)
}

/** Whether a lot is another organisation's and this one sees it today. */
function isOffered(lot: LotView, organisationId: string, viewers: Map<string, LotViewer>): boolean {
  if (lot.organisationId === organisationId) return false
  return isVisibleTo(lot, viewers.get(organisationId) ?? VISITOR, today())
}

function today(): IsoDay {
  return isoDayOf(nowMs())
}

/** A need from today on: days gone by are no longer days in common. */
function remaining<Need extends MatchableNeed>(need: Need): Need {
  const from = today()
  return need.neededFrom < from ? { ...need, neededFrom: from } : need
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
