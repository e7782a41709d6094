import { nowMs } from '~/core/clock'
import { isoDayOf, type IsoDay } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import type { LotView } from '~/features/lots/model/lot'
import { isVisibleTo, type LotViewer } from '~/features/lots/model/visibility'
import { findLots } from '~/features/lots/queries.server'
import type { NeedView } from '~/features/needs/model/need'
import { findNeeds } from '~/features/needs/queries.server'
import { currentMatchIndex, type HeldLot, type HeldNeed, type MatchIndex } from './match-index.server'
import { fromDayOn, matchLotOf, matchNeedOf } from './model/match-sides'
import { nearMissOf, nearest, type NearMiss } from './model/near-miss'
import { pairViewOf, type PairView } from './model/pair-view'
import { compareRanked, type Ranked } from './model/rank'
import { scorePair } from './model/score'
import { scoreSides } from './queries/scored-sides.server'
import { scoringInForce } from './queries/scoring.server'

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
 * Pairs that a side set aside are left out.
 */
export async function findNeedsForLot(lot: LotView, k: number): Promise<RankedPair<NeedView>[]> {
  const [found] = await findNeedsForLots([lot], k)
  return found?.best ?? []
}

/** The same for several lots. */
export async function findNeedsForLots(
  lots: readonly LotView[],
  k: number,
): Promise<{ lot: LotView; best: RankedPair<NeedView>[] }[]> {
  const scoring = await scoringInForce()
  const index = await currentMatchIndex()
  const today = todayInParis()
  const searched = lots.map((lot) => {
    const side = matchLotOf(lot, index.pointOf(lot.communeCode))
    const best = index.needs.topK(side, k, { scoring, today, accepts: needsFor(index, lot, today) })
    return { lot, side, ids: best.map(({ item }) => item.id) }
  })
  const views = await findNeeds([...new Set(searched.flatMap(({ ids }) => ids))])
  return searched.map(({ lot, side, ids }) => {
    const scored = ids.map((id) => {
      const view = views.get(id)
      const need = view && remaining(view, today)
      const pair = need && scorePair(side, matchNeedOf(need, index.pointOf(need.communeCode)), scoring)
      return pair?.ok ? { item: need!, pair, view: pairViewOf(lot, need!, pair) } : null
    })
    return { lot, best: inOrder(scored) }
  })
}

/**
 * The best lots for a need, best first: open, of other organisations, seen by the need's own today, each with its score
 * and reasons. For another `reader`, those only that they see too. Pairs that a side set aside are left out.
 */
export async function findLotsForNeed(
  need: MatchableNeed,
  k: number,
  reader?: LotViewer,
): Promise<RankedPair<LotView>[]> {
  const [found] = await findLotsForNeeds([need], k, reader)
  return found?.best ?? []
}

/** The same for several needs. */
export async function findLotsForNeeds<Need extends MatchableNeed>(
  needs: readonly Need[],
  k: number,
  reader?: LotViewer,
): Promise<{ need: Need; best: RankedPair<LotView>[] }[]> {
  const scoring = await scoringInForce()
  const index = await currentMatchIndex()
  const today = todayInParis()
  const searched = needs.map((need) => {
    const wanted = remaining(need, today)
    const side = matchNeedOf(wanted, index.pointOf(need.communeCode))
    const best = index.lots.topK(side, k, { scoring, today, accepts: lotsFor(index, need, today, reader) })
    return { need, wanted, side, ids: best.map(({ item }) => item.id) }
  })
  const views = await findLots([...new Set(searched.flatMap(({ ids }) => ids))])
  return searched.map(({ need, wanted, side, ids }) => {
    const scored = ids.map((id) => {
      const lot = views.get(id)
      const pair = lot && scorePair(matchLotOf(lot, index.pointOf(lot.communeCode)), side, scoring)
      return pair?.ok ? { item: lot!, pair, view: pairViewOf(lot!, wanted, pair) } : null
    })
    return { need, best: inOrder(scored) }
  })
}

/** Lots that another criterion alone keeps from a need, nearest first: of its material, and shown as its matches are. */
export async function findNearLotsForNeed(
  need: NeedView,
  reader: LotViewer,
): Promise<{ item: LotView; miss: NearMiss }[]> {
  const index = await currentMatchIndex()
  const today = todayInParis()
  const side = matchNeedOf(remaining(need, today), index.pointOf(need.communeCode))
  const accepts = lotsFor(index, need, today, reader)
  const shown = [...index.lots.itemsOf(need.material)].filter(
    (lot) => lot.window.until > today && accepts(lot),
  )
  return withViews(
    nearest(shown, (lot) => nearMissOf(lot, side)),
    findLots,
  )
}

/** The same from a lot: the open needs of others for its owner, those of one organisation for that taker. */
export async function findNearNeedsForLot(
  lot: LotView,
  takerOrganisationId: string | null,
): Promise<{ item: NeedView; miss: NearMiss }[]> {
  const index = await currentMatchIndex()
  const today = todayInParis()
  const side = matchLotOf(lot, index.pointOf(lot.communeCode))
  const accepts = needsFor(index, lot, today)
  const others = [...index.needs.itemsOf(lot.material)].filter((need) => {
    const isAsked = takerOrganisationId === null || need.organisationId === takerOrganisationId
    return isAsked && need.window.until > today && accepts(need)
  })
  return withViews(
    nearest(others, (need) => nearMissOf(side, fromDayOn(need, today))),
    findNeeds,
  )
}

/** How many open lots of other organisations pass the filters of a need. */
export async function countLotsForNeed(need: MatchableNeed): Promise<number> {
  return (await countLotsForNeeds([need])).get(need.id) ?? 0
}

/** The same for several needs, by their id. */
export async function countLotsForNeeds(needs: readonly MatchableNeed[]): Promise<Map<string, number>> {
  const scoring = await scoringInForce()
  const index = await currentMatchIndex()
  const today = todayInParis()
  return new Map(
    needs.map((need) => {
      const side = matchNeedOf(need, index.pointOf(need.communeCode))
      return [need.id, index.lots.count(side, { scoring, today, accepts: lotsFor(index, need, today) })]
    }),
  )
}

/** The score of one pair as it stands, whatever the statuses; null when it does not pass the filters. */
export async function scoreLotForNeed(lot: LotView, need: NeedView): Promise<PairView | null> {
  const [scored] = await scoreSides([{ lot, need }])
  return scored?.pair.ok ? pairViewOf(lot, scored.need, scored.pair) : null
}

/** Open needs that a material could serve, the most pressing first: what a photo without a lot can promise. */
export async function findNeedsForMaterial(material: MaterialType, limit: number): Promise<NeedView[]> {
  const index = await currentMatchIndex()
  const today = todayInParis()
  const open = [...index.needs.itemsOf(material)].filter(
    (need) => need.window.until > today && index.isOpen(need.organisationId),
  )
  open.sort((a, b) =>
    a.window.until === b.window.until ? (a.id < b.id ? -1 : 1) : a.window.until < b.window.until ? -1 : 1,
  )
  const ids = open.slice(0, limit).map(({ id }) => id)
  const views = await findNeeds(ids)
  return ids.flatMap((id) => views.get(id) ?? [])
}

/** Whether a held need may be matched with a lot today. */
function needsFor(index: MatchIndex, lot: LotView, today: IsoDay) {
  return (need: HeldNeed) => index.isOpen(need.organisationId) && index.isOffered(lot, need, today)
}

/** Whether a held lot may be matched with a need today, and a reader may see it. */
function lotsFor(index: MatchIndex, need: MatchableNeed, today: IsoDay, reader?: LotViewer) {
  return (held: HeldLot) => {
    if (!index.isOpen(held.organisationId)) return false
    const lot = { ...held, organisationClosedAtMs: null }
    return index.isOffered(lot, need, today) && (!reader || isVisibleTo(lot, reader, today))
  }
}

/** Those that still match as they were read last, in the order of results. */
function inOrder<Item extends { id: string }>(
  scored: readonly (RankedPair<Item> | null)[],
): RankedPair<Item>[] {
  return scored.filter((ranked) => ranked !== null).sort(compareRanked)
}

/** The views of what is near, those left out that are gone meanwhile. */
async function withViews<View>(
  misses: readonly { item: { id: string }; miss: NearMiss }[],
  find: (ids: readonly string[]) => Promise<Map<string, View>>,
): Promise<{ item: View; miss: NearMiss }[]> {
  const views = await find(misses.map(({ item }) => item.id))
  return misses.flatMap(({ item, miss }) => {
    const view = views.get(item.id)
    return view === undefined ? [] : [{ item: view, miss }]
  })
}

function todayInParis(): IsoDay {
  return isoDayOf(nowMs())
}

/** A need from today on: days gone by are no longer days in common. */
function remaining<Need extends MatchableNeed>(need: Need, today: IsoDay): Need {
  return need.neededFrom < today ? { ...need, neededFrom: today } : need
}
